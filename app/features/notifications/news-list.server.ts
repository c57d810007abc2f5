import type { Actor } from "~/access/actor";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { formatInstant } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import type { NewsData, NewsLine } from "./components/news-list";
import { isUnread, listNotices, type NewsSide } from "./news-list.queries.server";
import { findPastTopic, findTopic, type Notice } from "./subjects.server";

/** The news of whoever signed in, unread first, then the latest; at most 60. */
export function describeNews(actor: Actor, side: NewsSide) {
  const lines = listNotices(actor, side).flatMap((notice) => describeLine(actor, side, notice));
  const news: NewsData = { unread: lines.filter((line) => line.isUnread), read: lines.filter((line) => !line.isUnread) };
  return { news, texts: textsOf(actor.locale, "notices") };
}

function describeLine(actor: Actor, side: NewsSide, notice: Notice): NewsLine[] {
  const topic = findTopic(notice) ?? findPastTopic(notice);
  if (!topic) return [];
  const t = translator(actor.locale);
  const isOffice = side === "office";
  const what = isOffice ? t(`notices:staff.${notice.kind}`) : t(`notices:lines.${notice.kind}`);
  return [
    {
      id: notice.id,
      to: placeOf(isOffice, notice, topic.actionId),
      title: isOffice && topic.actionId ? `${topic.provider} · ${topic.title}` : topic.title,
      text: [what, topic.text ? t("common:quoted", { text: topic.text }) : ""].filter(Boolean).join(" "),
      at: formatInstant(actor.locale, notice.createdAt, zoneOf(notice.ownerId)),
      isUnread: isUnread(notice),
    },
  ];
}

function placeOf(isOffice: boolean, notice: Notice, actionId: string | null): string {
  if (isOffice) return actionId ? paths.action(actionId) : paths.helpRequest(notice.subjectId);
  return actionId ? paths.my({ step: actionId }) : paths.my({ provider: notice.providerId ?? undefined });
}
