import type { Actor } from "~/access/actor";
import { canSomewhere, ownersWhere } from "~/access/can";
import { officesInScope } from "~/access/scopes.server";
import { keptReading } from "~/db/kept-reading.server";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { themeCodes } from "~/features/themes/model";
import { formatAgo } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { daysBetween } from "~/lib/dates";
import { establishmentKinds } from "~/lib/vocabulary";
import { paths } from "~/paths";
import type { ProviderQuery } from "./filter.server";
import { countProviders, listProviders, listProvidersByCommune, type ProviderFilter } from "./list.queries.server";
import { listReferents } from "./referents.queries.server";

/** What the list's page shows: the rows as texts, the choices of its filters, the addresses of its files. */
export function readProviderList(actor: Actor, { asked, filter }: { asked: ProviderQuery; filter: ProviderFilter }) {
  const t = translator(actor.locale);
  const today = todayOf(actor);
  const page = listProviders(actor, filter);
  const { after, ...kept } = asked;
  return {
    values: kept,
    count: t("providers:count", { count: countProviders(actor, filter) }),
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.name,
      kind: t(`kinds:${row.kind}`),
      commune: row.commune ?? "",
      referent: row.referent ?? "",
      seen: row.lastSupportOn ? formatAgo(actor.locale, daysBetween(today, row.lastSupportOn)) : t("providers:never"),
    })),
    next: page.next ? paths.providers({ ...kept, after: page.next }) : undefined,
    choices: { ...listChoices(actor, asked.office), office: officeChoices(actor) },
    addresses: {
      csv: paths.providersExport("csv", kept),
      xlsx: paths.providersExport("xlsx", kept),
      tour: paths.providerTour(kept),
    },
    permissions: {
      handOver: canSomewhere(actor, "provider.handOver"),
      register: canSomewhere(actor, "provider.register"),
      import: canSomewhere(actor, "provider.import"),
      export: canSomewhere(actor, "provider.export"),
      merge: canSomewhere(actor, "provider.merge"),
    },
  };
}

/** What the list's filters offer; communes of the office that is asked for. */
function listChoices(actor: Actor, office: string | undefined) {
  const read = [ownersWhere(actor, "provider.list"), officesInScope(actor, "provider.list", office)];
  return keptReading(`providers.choices ${actor.locale} ${JSON.stringify(read)}`, () => readChoices(actor, office));
}

/** Asked of whoever works for several: two offices may each follow a business of one name. */
function officeChoices(actor: Actor) {
  const offices = listOrganisationsWhere(actor, "provider.list");
  return offices.length > 1 ? offices.map(({ id, name }) => ({ value: id, name })) : [];
}

function readChoices(actor: Actor, office: string | undefined) {
  const t = translator(actor.locale);
  return {
    kind: establishmentKinds.map((kind) => ({ value: kind, name: t(`kinds:${kind}`) })),
    commune: listProvidersByCommune(actor, office)
      .filter((row) => row.inseeCode !== null)
      .map((row) => ({ value: row.inseeCode ?? "", name: `${row.name ?? row.inseeCode} (${row.known})` })),
    referent: listReferents(actor).map((row) => ({ value: row.id, name: row.name })),
    theme: themeCodes.map((code) => ({ value: code, name: t(`themes:${code}.name`) })),
  };
}
