import type { Actor } from "~/access/actor";
import { officesInScope } from "~/access/scopes.server";
import { formatNumber, formatShare } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { listProvidersByCommune } from "./list.queries.server";
import { mapCommunes } from "./map.queries.server";

/** Providers known and met by commune: the table, and the map where communes have a place. */
export function describeCommunes(actor: Actor, office: string | undefined) {
  const t = translator(actor.locale);
  const found = listProvidersByCommune(actor, office);
  const rows = found.map((row) => ({
    key: row.inseeCode ?? "",
    name: row.name ?? "",
    to: paths.providers({ commune: row.inseeCode ?? undefined, office }),
    known: formatNumber(actor.locale, row.known),
    met: formatNumber(actor.locale, row.met),
    share: formatShare(actor.locale, row.met, row.known),
  }));
  const areas = rows.flatMap((row, place) => {
    const { known = 0, met = 0 } = found[place] ?? {};
    const title = t("providers:communes.area", { name: row.name, met: row.met, known: row.known, share: row.share });
    const part = known === 0 ? undefined : met / known;
    return row.key ? [{ inseeCode: row.key, name: row.name, title, label: row.share, part, weight: known, to: row.to }] : [];
  });
  return { rows, drawn: mapCommunes(actor, areas, officesInScope(actor, "provider.list", office)) };
}
