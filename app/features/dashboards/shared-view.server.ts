import type { Actor } from "~/access/actor";
import { getFigureOffice } from "~/features/organisations/queries.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { describeDashboard } from "./describe.server";
import { describeTotals } from "./describe-public.server";
import { dashboardQuery, networkQuery } from "./form";
import { readNetworkFigures } from "./public-figures.server";
import { readDashboard, resolveDashboard } from "./queries.server";
import { type OpenedView, openSharedView } from "./views.commands.server";

/** What the holder of a shared address sees, of the page that it shows. Throws NotFoundError for an address that is unknown, expired or taken back. */
export function describeShared(locale: Locale, token: string) {
  const view = openSharedView(token);
  return view.page === "network" ? describeSharedNetwork(locale, view) : describeSharedDashboard(locale, view);
}

/**
 * A network's totals as its open page would tell them, opened or not: by territory, complete months, nobody's name, and no
 * count under five nor what would give one away.
 */
function describeSharedNetwork(locale: Locale, view: OpenedView) {
  const asked = networkQuery.parse(Object.fromEntries(new URLSearchParams(view.query)));
  const network = getFigureOffice(view.ownerId);
  if (!network) throw new NotFoundError("sharedView");
  const page = describeTotals(locale, readNetworkFigures(network, asked.year));
  return { kind: "network" as const, name: view.name, office: network.name, note: untilOf(locale, view), totals: page };
}

/**
 * An office's totals as somebody outside it may see them, as a coordinator would: no row, no name, no count under five,
 * no filter on a person or a commune, and of that office alone.
 */
function describeSharedDashboard(locale: Locale, view: OpenedView) {
  const reader = readerOf(locale, view);
  const query = { ...dashboardQuery.parse(Object.fromEntries(new URLSearchParams(view.query))), office: view.ownerId };
  const asked = resolveDashboard(reader, query);
  const { offices, ...page } = describeDashboard(reader, asked, readDashboard(reader, asked));
  return {
    kind: "dashboard" as const,
    ...page,
    offices: offices.filter(({ id }) => id === view.ownerId),
    name: view.name,
    office: asked.viewed[0]?.name ?? "",
    note: `${untilOf(locale, view)} ${translator(locale)("views:shared.hidden")}`,
  };
}

function untilOf(locale: Locale, { ownerId, expiresAt }: OpenedView): string {
  return translator(locale)("views:shared.until", { day: formatDay(locale, dayAt(ownerId, expiresAt), "long") });
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
