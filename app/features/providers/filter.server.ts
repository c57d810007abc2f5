import { z } from "zod";
import type { Actor } from "~/access/actor";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { themeCodes } from "~/features/themes/model";
import { parseQuery } from "~/http/query.server";
import { addMonths } from "~/lib/dates";
import { establishmentKinds } from "~/lib/vocabulary";
import type { ProviderFilter } from "./list.queries.server";

const query = z.object({
  q: z.string().max(120).optional(),
  kind: z.enum(establishmentKinds).optional(),
  commune: z.string().max(5).optional(),
  referent: z.string().max(40).optional(),
  office: z.string().max(40).optional(),
  tag: z.string().max(40).optional(),
  partner: z.enum(["yes", "no"]).optional(),
  theme: z.enum(themeCodes).optional(),
  met: z.enum(["ever", "never"]).optional(),
  unseenMonths: z.coerce.number().int().min(1).max(120).optional(),
  sort: z.enum(["name", "seen"]).optional(),
  after: z.string().max(300).optional(),
});

export type ProviderQuery = z.output<typeof query>;

/** The list's filters from its address, and what they ask of the database today. */
export function readProviderFilter(actor: Actor, request: Request): { asked: ProviderQuery; filter: ProviderFilter } {
  const asked = parseQuery(request, query);
  const { partner, unseenMonths, ...rest } = asked;
  const today = todayOf(actor);
  const year = Number(today.slice(0, 4));
  return {
    asked,
    filter: {
      ...rest,
      partner: partner ? { year, isPartner: partner === "yes" } : undefined,
      notSeenSince: unseenMonths ? addMonths(today, -unseenMonths) : undefined,
    },
  };
}
