import { config } from "~/config.server";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatDuration } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { typeset } from "~/lib/typography";
import { paths } from "~/paths";
import type { SessionRow } from "./facts.server";
import { themeName } from "./lines";
import { readSummaryMatter } from "./summary.queries.server";

/** A first version of the summary in the reader's language; the private note is never read for it. */
export function draftSummary(session: Omit<SessionRow, "privateNote">, locale: Locale): { subject: string; body: string } {
  const t = translator(locale);
  const matter = readSummaryMatter(session);
  const day = formatDay(locale, session.heldOn, "spoken");
  const theme = session.theme && isTheme(session.theme) ? themeName(locale, session.theme) : undefined;
  const blocks = [
    t("coachingLetter:opening", { day, duration: formatDuration(session.durationMinutes) }),
    theme ? t("coachingLetter:theme", { theme }) : "",
    session.note,
    listOf(t("coachingLetter:steps"), stepLines(matter.steps, locale)),
    listOf(t("coachingLetter:resources"), resourceLines(matter.resources, locale)),
    [t("coachingLetter:closing"), matter.author?.name, matter.office?.name].filter(Boolean).join("\n"),
  ];
  return { subject: t("coachingLetter:subject", { day }), body: blocks.filter(Boolean).join("\n\n") };
}

type Matter = ReturnType<typeof readSummaryMatter>;

function stepLines(steps: Matter["steps"], locale: Locale): string[] {
  const t = translator(locale);
  return steps.map(({ title, dueOn }) =>
    dueOn ? t("coachingLetter:stepBy", { title, day: formatDay(locale, dueOn, "spoken") }) : t("coachingLetter:step", { title }),
  );
}

function resourceLines(resources: Matter["resources"], locale: Locale): string[] {
  const colon = translator(locale)("common:colon");
  const address = (slug: string) => new URL(paths.myResource(slug), config().appUrl).href;
  return resources.map(({ title, url, slug }) => `– ${typeset(title)}${colon}${url ?? address(slug)}`);
}

function listOf(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, ...lines].join("\n");
}
