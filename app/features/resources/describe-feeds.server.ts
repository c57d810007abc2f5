import type { Actor } from "~/access/actor";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatInstant } from "~/i18n/format";
import { type Locale, textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { listFeeds, listProposals } from "./watch.queries.server";

const themeName = (locale: Locale, theme: string) => (isTheme(theme) ? translator(locale)(`themes:${theme}.name`) : "");

/** The feeds that the actor's office follows, each with when it was read or why it was not. */
export function describeFeeds(actor: Actor) {
  const { locale } = actor;
  const t = translator(locale);
  const { errors } = textsOf(locale, "library").library.feedsPage;
  return listFeeds(actor).map((feed) => ({
    id: feed.id,
    title: feed.title,
    url: feed.url,
    error: feed.error ? errors[wordOf(feed.error)] : "",
    context: [
      themeName(locale, feed.theme),
      feed.readAt
        ? t("library:feedsPage.read", { day: formatInstant(locale, feed.readAt, zoneOf(feed.ownerId)) })
        : t("library:feedsPage.waiting"),
    ].join(" · "),
  }));
}

const known = ["gone", "status", "large", "notFeed", "private"] as const;
const wordOf = (error: string) => known.find((one) => one === error) ?? ("silent" as const);

/** What the feeds propose, for the page where it is sorted. */
export function describeProposals(actor: Actor) {
  const { locale } = actor;
  const names = new Map(listFeeds(actor).map((feed) => [feed.id, feed.title]));
  return listProposals(actor).map((item) => ({
    id: item.id,
    title: item.title,
    url: item.url,
    summary: item.summary,
    to: paths.watchItem(item.id),
    context: [names.get(item.feedId ?? "") ?? "", themeName(locale, item.theme), formatDay(locale, item.publishedOn)]
      .filter(Boolean)
      .join(" · "),
  }));
}
