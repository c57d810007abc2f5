import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { canSomewhere, ownersWhere } from "~/access/can";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { translator } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { paths } from "~/paths";
import { describeWaitingCalls } from "./calls.server";
import { describeLine } from "./describe.server";
import type { workshopQuery } from "./form";
import { listWorkshops } from "./queries.server";

const views = ["coming", "past", "draft"] as const;

/** The programme as its staff page shows it; throws NotFoundError for whoever sees no programme. */
export function readProgramme(actor: Actor, filter: z.output<typeof workshopQuery>) {
  if (ownersWhere(actor, "workshop.view").length === 0) throw new NotFoundError("programme");
  const t = translator(actor.locale);
  const view = filter.view ?? "coming";
  const { rows, next } = listWorkshops(actor, { ...filter, view });
  const offices = listOrganisationsWhere(actor, "workshop.view");
  const current = offices.find((one) => one.id === actor.currentOrganisationId) ?? offices[0];
  return {
    rows: rows.map((row) => describeLine(actor.locale, row)),
    next: next ? paths.workshops({ ...filter, after: next }) : undefined,
    views: views.map((one) => ({
      label: t(`workshops:views.${one}`),
      to: paths.workshops({ ...filter, after: undefined, view: one === "coming" ? undefined : one }),
      isCurrent: one === view,
    })),
    calls: view === "coming" ? describeWaitingCalls(actor) : [],
    publicPage: current ? paths.programme(current.slug) : undefined,
    permissions: {
      plan: canSomewhere(actor, "workshop.plan"),
      feedback: canSomewhere(actor, "workshop.feedback"),
      settle: canSomewhere(actor, "workshop.equipment"),
    },
    isFiltered: view !== "coming" || filter.theme !== undefined,
  };
}
