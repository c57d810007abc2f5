import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
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
  return listFeeds(actor).map((feed) => ({
    id: feed.id,
    title: feed.title,
    url: feed.url,
    error: failureOf(locale, feed.error),
    context: [
      themeName(locale, feed.theme),
      feed.readAt
        ? t("library:feedsPage.read", { day: formatInstant(locale, feed.readAt, zoneOf(feed.ownerId)) })
        : t("library:feedsPage.waiting"),
    ].join(" · "),
  }));
}

/** Where a list of those who keep the watch is as a file; undefined for who may take none away. */
export function watchFiles(actor: Actor, list: "resources/watch/proposals" | "resources/watch/feeds" | "resources/letters") {
  if (!canSomewhere(actor, "watch.export")) return undefined;
  return { xlsx: paths.listExport(list, "xlsx"), csv: paths.listExport(list, "csv") };
}

/** Why a feed could not be read, in a sentence; empty when it was. */
export function failureOf(locale: Locale, error: string | null): string {
  return error ? textsOf(locale, "library").library.feedsPage.errors[wordOf(error)] : "";
}

const known = ["gone", "status", "large", "notFeed", "private"] as const;
const wordOf = (error: string) => known.find((one) => one === error) ?? ("silent" as const);

/** What the feeds propose, for the page where it is sorted. */
export function describeProposals(actor: Actor) {
  const { locale } = actor;
  return listProposals(actor).map((item) => ({
    id: item.id,
    title: item.title,
    url: item.url,
    summary: item.summary,
    to: paths.watchItem(item.id),
    context: [item.feed ?? "", themeName(locale, item.theme), formatDay(locale, item.publishedOn)].filter(Boolean).join(" · "),
  }));
}
