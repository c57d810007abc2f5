import type { Actor } from "~/access/actor";
import { dayAt, zoneOf } from "~/features/organisations/zone.queries.server";
import { formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import type { SentLine } from "./components/sent-list";
import { whyWaiting } from "./model";
import { findReader } from "./readers.server";
import { findPastTopic, findTopic, type Notice } from "./subjects.server";
import { listUnsentNews } from "./unsent.queries.server";

type Unsent = ReturnType<typeof listUnsentNews>["rows"][number];

/** The news that no mail has carried, in words: for whom, about what, and why. */
export function describeUnsent(actor: Actor, filter: { providerId?: string | undefined; after?: string | undefined }) {
  const { rows, next } = listUnsentNews(actor, filter);
  return { lines: rows.map((row) => unsentLine(actor, row)), next };
}

/** One piece of news that no mail has carried, in words. */
export function unsentLine(actor: Actor, { notice, provider, contact, login }: Unsent): SentLine {
  const t = translator(actor.locale);
  const kind = t(`notices:choices.kinds.${notice.kind}`);
  const topic = findTopic(notice) ?? findPastTopic(notice);
  const isWaiting = notice.dropped === null;
  return {
    id: notice.id,
    subject: topic?.title ?? kind,
    who: contact ?? login ?? "",
    provider: provider && notice.providerId ? { name: provider, to: paths.provider(notice.providerId) } : null,
    kind,
    state: t(isWaiting ? "notices:sent.states.waiting" : "notices:sent.unsent"),
    tone: "plain",
    at: formatInstant(actor.locale, notice.createdAt, zoneOf(notice.ownerId)),
    why: t(`notices:sent.why.${whyOf(notice, topic === undefined)}`),
    resend: null,
  };
}

const reasons = ["left", "noAddress", "otherWay", "never", "season", "answered"] as const;

function whyOf(notice: Notice, isOver: boolean) {
  if (notice.dropped !== null) return reasons.find((one) => one === notice.dropped) ?? "answered";
  const day = dayAt(notice.ownerId, now());
  const reader = findReader({ kind: notice.personKind, id: notice.personId }, day);
  if (!reader) return "left";
  return whyWaiting(reader, { id: notice.id, kind: notice.kind, isSettled: isOver || notice.readAt !== null }, day);
}
