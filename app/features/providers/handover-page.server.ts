import type { Actor } from "~/access/actor";
import { ownersWhere } from "~/access/can";
import { listCoachesBeside } from "~/features/accounts/people.queries.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { listHandovers, listPortfolio, listReferents } from "./handover.queries.server";

/** Whose providers are handed over, to whom they may go, and the hand-overs that may be taken back. */
export function describeHandover(actor: Actor, from: string | null) {
  const owners = ownersWhere(actor, "provider.handOver");
  const coaches = listCoachesBeside(owners, "");
  const fromUserId = from ?? ownOrFirst(actor, coaches);
  const portfolio = listPortfolio(actor, fromUserId);
  const ownerId = portfolio[0]?.ownerId ?? owners[0] ?? "";
  return {
    id: newId(),
    ownerId,
    fromUserId,
    coaches,
    successors: coaches.filter((one) => one.id !== fromUserId),
    providers: portfolio.map(({ id, name }) => ({ id, name })),
    today: dayAt(ownerId, now()),
    recent: listHandovers(actor, now()).map((row) => ({
      id: row.id ?? "",
      text: lineOf(actor, row),
      to: paths.handoverUndoing(row.id ?? ""),
    })),
  };
}

function ownOrFirst(actor: Actor, coaches: readonly { id: string }[]): string {
  const own = coaches.find((one) => one.id === actor.userId) ?? coaches[0];
  return own?.id ?? "";
}

/** Who followed a provider, one line a change. */
export function describeReferents(actor: Actor, providerId: string): { id: string; text: string; note: string }[] {
  const t = translator(actor.locale);
  return listReferents(actor, providerId).map((row) => {
    const values = {
      from: row.from ?? t("handover:nobody"),
      to: row.to ?? t("handover:nobody"),
      day: formatDay(actor.locale, row.startsOn),
    };
    return { id: row.id, text: t(row.isPlanned ? "handover:planned" : "handover:changed", values), note: row.note };
  });
}

function lineOf(actor: Actor, row: ReturnType<typeof listHandovers>[number]): string {
  const t = translator(actor.locale);
  const values = { count: row.count, from: row.from ?? "", to: row.to ?? "", day: formatDay(actor.locale, row.startsOn) };
  return t(row.doneAt ? "handover:lineDone" : "handover:linePlanned", values);
}
