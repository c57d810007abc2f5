import type { Actor } from "~/access/actor";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { describeDashboard } from "./describe.server";
import { dashboardQuery } from "./form";
import { readDashboard, resolveDashboard } from "./queries.server";
import { openSharedView } from "./views.commands.server";

/**
 * What the holder of a shared address sees: the totals that somebody outside the office may see, as a coordinator
 * would (no row, no name, no count under five, no filter on a person or a commune), and of that office alone.
 * Throws NotFoundError for an address that is unknown, expired or taken back.
 */
export function describeSharedView(locale: Locale, token: string) {
  const view = openSharedView(token);
  const reader = readerOf(locale, view);
  const query = { ...dashboardQuery.parse(Object.fromEntries(new URLSearchParams(view.query))), office: view.ownerId };
  const asked = resolveDashboard(reader, query);
  const { offices, ...page } = describeDashboard(reader, asked, readDashboard(reader, asked));
  const until = formatDay(locale, dayAt(view.ownerId, view.expiresAt), "long");
  return {
    ...page,
    offices: offices.filter(({ id }) => id === view.ownerId),
    name: view.name,
    office: asked.viewed[0]?.name ?? "",
    note: translator(locale)("views:shared.note", { day: until }),
  };
}

/** Somebody outside the office: what a coordinator of it may see, and no more. */
function readerOf(locale: Locale, { id, ownerId }: { id: string; ownerId: string }): Actor {
  return {
    userId: `view:${id}`,
    name: "",
    locale,
    memberships: [],
    below: [{ organisationId: ownerId, role: "coordinator" }],
    sharing: [],
    providerIds: [],
    currentOrganisationId: undefined,
  };
}
