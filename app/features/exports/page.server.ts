import type { Actor } from "~/access/actor";
import { formatNumber } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { keptHours } from "./model";
import { getExport } from "./queries.server";

/** A prepared file as its page tells it: how far it is, ready, failed or no longer kept. */
export function describeExport(actor: Actor, exportId: string) {
  const row = getExport(actor, exportId);
  const back = row.url.replace(/^https?:\/\/[^/]+/, "").replace(/\/(export|registrations)\.(csv|xlsx)/, "");
  return { name: row.name, back, ...stateOf(actor, row) };
}

function stateOf({ locale }: Actor, { id, total, done, state, bytes, isWithdrawn }: ReturnType<typeof getExport>) {
  const t = translator(locale);
  const number = (value: number) => formatNumber(locale, value);
  if (isWithdrawn) return { title: t("exports:over"), text: t("exports:withdrawn") };
  if (state === "waiting" || state === "running") {
    const text = t("exports:progress", { done: number(done), total: number(total) });
    return { title: t("exports:preparing"), text, note: t("exports:leave"), part: total > 0 ? done / total : 0 };
  }
  if (bytes === undefined) return { title: t("exports:over"), text: t(state === "failed" ? "exports:failed" : "exports:gone") };
  const text = t("exports:ready", { total: number(total), megabytes: number(Math.max(0.1, Math.round(bytes / 1e5) / 10)) });
  return { title: t("exports:done"), text, note: t("exports:kept", { hours: keptHours }), to: paths.exportFile(id) };
}
