import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay, formatNumber } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { failuresOfDead } from "./links.model";
import { countLinks, listLinksToMend } from "./links.queries.server";

type Row = ReturnType<typeof listLinksToMend>[number];

/** The page of links to mend: what each answered, since when, and where it is corrected. */
export function describeLinks(actor: Actor) {
  const { locale } = actor;
  const t = translator(locale);
  const { all, asked, dead } = countLinks(actor);
  const counts = { all: formatNumber(locale, all), asked: formatNumber(locale, asked), dead: formatNumber(locale, dead) };
  const rows = listLinksToMend(actor).map((row) => ({
    key: `${row.link.resourceId} ${row.link.url}`,
    title: row.title,
    to: paths.resource(row.slug),
    url: row.link.url,
    state: t(`library:linksPage.states.${row.link.state}`),
    isDead: row.link.state === "dead",
    answer: answerOf(locale, row.link),
    movedTo: row.link.movedTo ?? undefined,
    context: contextOf(locale, row),
    correct: can(actor, "resource.edit", row) ? paths.editResource(row.slug) : undefined,
    follow: row.link.movedTo && can(actor, "resource.edit", row) ? paths.resourceAddresses(row.slug) : undefined,
  }));
  return { rows, context: t("library:linksPage.context", counts) };
}

/** What an address answered, in words; empty for one that moved. */
export function answerOf(locale: Locale, { answer, movedTo }: Row["link"]): string {
  const t = translator(locale);
  const code = answer ?? "";
  if (movedTo) return "";
  if (code === "404" || code === "410") return t("library:linksPage.answers.gone", { code });
  if (/^\d+$/.test(code)) return t("library:linksPage.answers.refused", { code });
  if (code === "name") return t("library:linksPage.answers.name");
  return t(`library:linksPage.answers.${["private", "port", "scheme", "address"].includes(code) ? "private" : "silent"}`);
}

function contextOf(locale: Locale, { link, ownerId }: Row): string {
  const t = translator(locale);
  const inDoubt = link.failures > 0 && link.failures < failuresOfDead;
  const parts = [
    link.checkedAt ? t("library:linksPage.checked", { day: formatDay(locale, dayAt(ownerId ?? "", link.checkedAt)) }) : "",
    inDoubt ? t("library:linksPage.doubt", { count: link.failures, most: failuresOfDead }) : "",
    ownerId === null ? t("library:linksPage.shipped") : "",
  ];
  return parts.filter(Boolean).join(" · ");
}
