import type { Actor } from "~/access/actor";
import { isTheme } from "~/features/themes/model";
import { formatInstant } from "~/i18n/format";
import type { Locale } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { ReportPdf } from "~/lib/report-pdf.server";
import type { PdfImage } from "~/lib/tagged-pdf.server";
import { type CommuneData, type CommuneFigure, type Measured, readCommune } from "./commune.server";
import type { AskedPeriod } from "./period.server";
import { type Words, wordsFor } from "./words.server";

const themesShown = 5;

/** One A4 for a commune: a tagged PDF. Throws NotFoundError for a commune where the office knows nobody. */
export async function writeCommune(
  actor: Actor,
  asked: AskedPeriod,
  { inseeCode, logo }: { inseeCode: string; logo: PdfImage | undefined },
): Promise<{ name: string; bytes: Buffer }> {
  const data = readCommune(actor, asked, inseeCode);
  const words = wordsFor(actor.locale);
  const { t } = words;
  const period = t("reports:period", words.span(asked.days.from, asked.days.to));
  const title = t("communes:sheetTitle", { name: data.name });
  const pdf = await ReportPdf.open({
    title,
    language: actor.locale,
    author: asked.office.name,
    contents: "",
    pageOf: () => period,
  });
  pdf.masthead(logo, [asked.office.name, period]);
  pdf.paragraph(sentence(data, words));
  pdf.figures(data.figures.map((one) => shownFigure(one, words)));
  // One line of all together would say the total again.
  if (data.kinds.some(({ kind }) => kind)) {
    pdf.heading(t("communes:byKind"), 60);
    pdf.table(
      [t("communes:kind"), t("reports:columns.reached"), t("reports:columns.known"), t("reports:columns.share")],
      data.kinds.map((row) => [
        row.kind ? t(`kinds:${row.kind}`) : t("dashboard:othersFolded"),
        words.number(row.reached),
        words.number(row.known),
        words.share(row.reached, row.known),
      ]),
    );
  }
  const bars = firstOf(
    data.themes.map(({ theme, sessions }) => ({ theme, count: sessions })),
    themesShown,
    words,
  ).map(({ label, count }) => ({ label, value: count, valueText: words.number(count) }));
  if (bars.length > 0) {
    pdf.heading(t("communes:themes"), bars.length * 19);
    const spoken = bars
      .map(({ label, valueText }) => t("reports:barText", { label, value: valueText }))
      .join(t("common:semicolon"));
    pdf.bars(bars, t("reports:chartAlt", { title: t("communes:themes"), rows: spoken }));
  }
  pdf.heading(t("communes:changed"), 50);
  for (const line of changedLines(data, words)) pdf.paragraph(line);
  for (const { text, who } of data.quotes) pdf.quoteIfRoom(t("common:quoted", { text: text.slice(0, 320) }), who);
  pdf.note(noteOf(actor.locale, asked.office.zone));
  return { name: `${data.name}.pdf`, bytes: await pdf.end() };
}

/** The first themes, so many at most; those after them together in the last, so that the lines add up to their total. */
function firstOf(rows: readonly { theme: string; count: number }[], most: number, words: Words) {
  const named = rows.slice(0, rows.length > most ? most - 1 : most);
  const rest = rows.slice(named.length).reduce((sum, { count }) => sum + count, 0);
  const lines = named.map(({ theme, count }) => ({ label: themeOf(theme, words), count }));
  return rest > 0 ? [...lines, { label: words.t("communes:otherThemes"), count: rest }] : lines;
}

const themeOf = (theme: string, { t }: Words): string => (isTheme(theme) ? t(`themes:${theme}.name`) : t("reports:noTheme"));

function sentence({ name, known, figures }: CommuneData, { t, number, share }: Words): string {
  const reached = figures.find(({ id }) => id === "reached")?.reading;
  if (known?.isMasked || known?.value === null || known === undefined) return t("communes:fewKnown", { name });
  const whole = t("reports:counted.known", { count: known.value, number: number(known.value) });
  if (reached === undefined || reached.isMasked || reached.value === null) return t("communes:fewReached", { known: whole });
  const part = t("reports:counted.reached", { count: reached.value, number: number(reached.value) });
  return t("communes:sentence", { reached: part, known: whole, share: share(reached.value, known.value) });
}

function shownFigure({ id, reading, before }: Measured<CommuneFigure>, words: Words) {
  const label = words.name(id);
  if (reading.isMasked || reading.value === null) return { label, value: words.t("dashboard:fewer"), note: "" };
  return {
    label,
    value: words.worded(id, reading.value),
    note: changeOf(id, { now: reading.value, before: before?.value }, words),
  };
}

/** « 3 h de plus qu’un an avant »; nothing where the year before is not told. */
function changeOf(id: CommuneFigure, { now: value, before }: { now: number; before: number | null | undefined }, words: Words) {
  if (before === null || before === undefined) return "";
  if (value === before) return words.t("communes:same");
  const size = words.worded(id, Math.abs(value - before));
  return words.t(value > before ? "communes:more" : "communes:less", { value: size });
}

function changedLines({ doneByTheme, presence, figures }: CommuneData, words: Words): string[] {
  const { t, number } = words;
  const done = figures.find(({ id }) => id === "actionsDone")?.reading.value ?? 0;
  const themes = firstOf(doneByTheme, themesShown, words).map(({ label, count }) =>
    t("reports:barText", { label, value: number(count) }),
  );
  const plans =
    done === 0
      ? t("communes:noneDone")
      : t("communes:done", {
          done: t("reports:counted.actionsDone", { count: done, number: number(done) }),
          themes: themes.join(", "),
        });
  const online = presence.flatMap(({ id, reading }) =>
    reading.isMasked || !reading.denominator || !reading.count
      ? []
      : [t(`communes:presence.${id}`, { part: number(reading.count), whole: number(reading.denominator) })],
  );
  return online.length > 0 ? [plans, t("communes:online", { list: online.join(", ") })] : [plans];
}

const noteOf = (locale: Locale, zone: string): string =>
  wordsFor(locale).t("communes:note", { at: formatInstant(locale, now(), zone) });
