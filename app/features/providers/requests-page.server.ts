import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { isTheme, themeCodes } from "~/features/themes/model";
import { formatInstant } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { formatPhone } from "~/lib/phone";
import { paths } from "~/paths";
import type { HelpLine } from "./components/help-list";
import { helpKind, helpState } from "./requests.model";
import { type HelpRow, listOpenHelp, listOwnHelp } from "./requests.queries.server";

/** The requests that wait for the office, as its list shows them. */
export const describeOpenHelp = (actor: Actor): HelpLine[] =>
  listOpenHelp(actor).map((row) => ({
    ...helpLine(actor, row),
    title: `${row.provider} · ${titleOf(actor, row)}`,
    to: paths.helpRequest(row.id),
  }));

/** What a host asked and what became of it, and an empty form. */
export function describeOwnHelp(actor: Actor, providerId: string) {
  const { themes } = textsOf(actor.locale, "themes");
  return {
    id: newId(),
    lines: listOwnHelp(actor, providerId).map((row) => helpLine(actor, row)),
    themes: themeCodes.map((code) => ({ code, name: themes[code].name })),
  };
}

/** One request for the office: what was asked, by whom, and every way to go on with it, each filled in. */
export function describeHelp(actor: Actor, row: HelpRow) {
  const plan = canSomewhere(actor, "agenda.plan");
  return {
    ...helpLine(actor, row),
    provider: { name: row.provider, to: paths.provider(row.providerId) },
    who: row.who,
    email: row.email,
    phone: row.phone ? { to: `tel:${row.phone}`, text: formatPhone(row.phone) } : null,
    appointment: plan ? paths.newAppointment({ provider: row.providerId, message: row.id }) : null,
    sessionId: newId(),
    isOpen: row.handledAt === null && row.sessionId === null,
    isTaken: row.takenAt !== null,
    isAnswered: row.repliedAt !== null,
  };
}

function helpLine(actor: Actor, row: HelpRow): HelpLine {
  const t = translator(actor.locale);
  return {
    id: row.id,
    to: null,
    title: titleOf(actor, row),
    text: row.text,
    at: formatInstant(actor.locale, row.createdAt, zoneOf(row.ownerId)),
    state: t(`requests:states.${helpState(row)}`, { name: row.helper ?? "" }),
    isDone: row.handledAt !== null || row.sessionId !== null,
    reply: row.reply,
  };
}

function titleOf(actor: Actor, row: HelpRow): string {
  const t = translator(actor.locale);
  const theme = row.theme && isTheme(row.theme) ? textsOf(actor.locale, "themes").themes[row.theme].name : "";
  return [t(`requests:kinds.${helpKind(row)}`), theme].filter(Boolean).join(" · ");
}
