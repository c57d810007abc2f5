import type { Actor } from "~/access/actor";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { listTieable, listTied } from "./action-links.queries.server";

export interface TiesData {
  to: string;
  /** The id of a session that may come out of the step. */
  sessionId: string;
  lines: { key: string; text: string; to: string; canUntie: boolean }[];
  choices: { value: string; text: string }[];
}

/** The sessions and workshops of a step, and what else it may be tied to. */
export function describeTies(actor: Actor, action: Parameters<typeof listTied>[1]): TiesData {
  const t = translator(actor.locale);
  const textOf = (one: { kind: "session" | "workshop"; title: string | null; heldOn: string }) => {
    const values = { title: one.title ?? "", day: formatDay(actor.locale, one.heldOn) };
    if (one.kind === "workshop") return t("plans:ties.workshop", values);
    return one.title ? t("plans:ties.titled", values) : t("plans:ties.session", values);
  };
  return {
    to: paths.actionLinks(action.id),
    sessionId: newId(),
    lines: listTied(actor, action).map((one) => ({
      key: `${one.kind}/${one.id}`,
      text: textOf(one),
      to: one.kind === "session" ? paths.coachingSession(one.id) : paths.workshop(one.id),
      canUntie: !one.isOrigin,
    })),
    choices: listTieable(actor, action).map((one) => ({ value: `${one.kind}/${one.id}`, text: textOf(one) })),
  };
}
