import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { isTheme, themeCodes } from "~/features/themes/model";
import { formatDay } from "~/i18n/format";
import { type Locale, textsOf, translator } from "~/i18n/translate";
import { typeset } from "~/lib/typography";
import { establishmentKinds } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { listReports } from "./reports.queries.server";
import { countProposals, listWatch } from "./watch.queries.server";

/** The themes by name, for a filter or a form. */
export function themeChoices(locale: Locale) {
  const t = translator(locale);
  return themeCodes.map((code) => ({ code, name: t(`themes:${code}.name`) }));
}

/** The kinds of establishment by name, for a filter or a form. */
export function kindChoices(locale: Locale) {
  const { kinds } = textsOf(locale, "kinds");
  return establishmentKinds.map((code) => ({ code, name: kinds[code] }));
}

/** A theme by its name; empty for one that is no longer. */
export const themeName = (locale: Locale, theme: string) => (isTheme(theme) ? translator(locale)(`themes:${theme}.name`) : "");

/** The page of experience reports, its texts made. */
export function describeReports(actor: Actor, filter: { theme?: string | undefined; skip?: number | undefined }) {
  const { locale } = actor;
  const t = translator(locale);
  const page = listReports(actor, filter);
  const rows = page.rows.map(({ report, author, office }) => {
    const day = formatDay(locale, dayAt(report.ownerId, report.createdAt));
    const parts = (["context", "done", "result", "tips"] as const).map((part) => ({
      label: t(`library:${part}`),
      text: typeset(report[part]),
    }));
    const context = [themeName(locale, report.theme), t("library:by", { author: author ?? "", office, day })].join(" · ");
    const to = can(actor, "report.write", report) ? paths.report(report.id) : undefined;
    return { id: report.id, title: typeset(report.title), context, to, parts: parts.filter((part) => part.text !== "") };
  });
  const next = page.next === undefined ? undefined : paths.reports({ ...filter, skip: page.next });
  return { rows, next, theme: filter.theme, themes: themeChoices(locale), nextLabel: t("common:actions.next") };
}

/** The page of the watch. */
export function describeWatch(
  actor: Actor,
  filter: { theme?: string | undefined; forKind?: string | undefined; skip?: number | undefined },
) {
  const { locale } = actor;
  const page = listWatch(actor, filter);
  const rows = page.rows.map((item) => ({
    id: item.id,
    title: typeset(item.title),
    url: item.url,
    summary: typeset(item.summary),
    why: typeset(item.why),
    to: can(actor, "watch.keep", item) ? paths.watchItem(item.id) : undefined,
    context: [themeName(locale, item.theme), formatDay(locale, item.publishedOn)].filter(Boolean).join(" · "),
  }));
  return {
    rows,
    waiting: countProposals(actor),
    next: page.next === undefined ? undefined : paths.watch({ ...filter, skip: page.next }),
    nextLabel: translator(locale)("common:actions.next"),
    theme: filter.theme,
    forKind: filter.forKind,
    themes: themeChoices(locale),
    kinds: kindChoices(locale),
  };
}
