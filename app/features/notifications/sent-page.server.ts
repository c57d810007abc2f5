import { z } from "zod";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { getProvider } from "~/features/providers/queries.server";
import { formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import type { SentLine } from "./components/sent-list";
import { canResend, mailKindOf, reasonOf, sentViews } from "./sent.model";
import { findLastMail, listSentMails, type SentFilter } from "./sent.queries.server";
import { describeUnsent } from "./unsent-page.server";

/** The filters of the list, from its address. */
export const sentQuery = z.object({
  view: z.enum(sentViews).default("all"),
  provider: z.string().max(40).optional(),
  after: z.string().max(80).optional(),
});
export type SentQuery = z.output<typeof sentQuery>;

type Sent = ReturnType<typeof listSentMails>["rows"][number];

/** What left by mail, in words: to whom, what it is, what became of it and why; or what did not leave, and why not. */
export function describeSent(actor: Actor, query: SentQuery) {
  const { view, provider: providerId, after } = query;
  const provider = providerId ? getProvider(actor, providerId, "provider.list").name : undefined;
  const { lines, next } =
    view === "unsent" ? describeUnsent(actor, { providerId, after }) : describeLeft(actor, { view, providerId, after });
  return {
    lines,
    next: next ? paths.mails({ view, provider: providerId, after: next }) : null,
    views: sentViews.map((one) => ({ view: one, to: paths.mails({ view: one, provider: providerId }), isCurrent: one === view })),
    provider: provider ?? null,
  };
}

function describeLeft(actor: Actor, filter: SentFilter) {
  const { rows, next } = listSentMails(actor, filter);
  return { lines: rows.map((row) => sentLine(actor, row)), next };
}

/** The last mail of a provider, as one line of its page; null before the first, or for who may not see it. */
export function describeLastMail(actor: Actor, provider: { id: string; ownerId: string }) {
  const last = can(actor, "mail.list", provider) ? findLastMail(actor, provider.id) : undefined;
  if (!last) return null;
  const t = translator(actor.locale);
  const line = sentLine(actor, last);
  return {
    to: paths.mails({ provider: provider.id }),
    text: `${line.kind}, ${line.at}${t("common:colon")}${line.state}`,
    label: t("notices:sent.all"),
  };
}

/** One mail of the list in words. */
export function sentLine(actor: Actor, row: Sent): SentLine {
  const t = translator(actor.locale);
  const mayResend = can(actor, "mail.resend", { ownerId: row.ownerId }) ? canResend(row, now()) : "no";
  return {
    id: row.id,
    subject: row.subject,
    who: [row.contact, row.recipient].filter(Boolean).join(" · "),
    provider: row.provider && row.providerId ? { name: row.provider, to: paths.provider(row.providerId) } : null,
    kind: t(`notices:sent.kinds.${mailKindOf(row.kind)}`),
    state: t(`notices:sent.states.${row.state}`),
    tone: row.state === "failed" ? "error" : row.state === "uncertain" ? "warn" : "plain",
    at: formatInstant(actor.locale, row.sentAt ?? row.createdAt, zoneOf(row.ownerId ?? "")),
    why: describeWhy(actor, row),
    resend: mayResend === "no" ? null : { to: paths.mailResending(row.id), asks: mayResend === "afterAsking" },
  };
}

function describeWhy(actor: Actor, row: Sent): string {
  const t = translator(actor.locale);
  const again = row.resentAt
    ? t("notices:sent.resentAt", { at: formatInstant(actor.locale, row.resentAt, zoneOf(row.ownerId ?? "")) })
    : "";
  return [reasonText(actor, row), again].filter(Boolean).join(" ");
}

function reasonText(actor: Actor, row: Sent): string {
  const t = translator(actor.locale);
  if (row.state === "uncertain") return t("notices:sent.maybe");
  if (!row.error || row.state === "sent") return "";
  const why = t(`notices:sent.reasons.${reasonOf(row.error)}`);
  return row.state === "waiting" ? `${why} ${t("notices:sent.triesAgain")}` : why;
}
