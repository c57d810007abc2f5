import { createReadStream, existsSync } from "node:fs";
import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { fileOf } from "~/features/files/place.queries.server";
import { formatInstant } from "~/i18n/format";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { ReportPdf } from "~/lib/report-pdf.server";
import { type ZipEntry, zipStream } from "~/lib/zip-stream.server";
import { makeDocumentFor } from "./documents.server";
import { type CriterionCode, criterionOf, evidenceReferences } from "./evidence.model";
import { countProofs, type Proofs, readProofs } from "./evidence.server";
import { writeAttendance } from "./evidence-attendance.server";
import type { AskedPeriod } from "./period.server";
import { getReport } from "./queries.server";
import { type Words, wordsFor } from "./words.server";
import { toWrittenXlsx } from "./workbook.server";

export interface PackAsked {
  codes: readonly CriterionCode[];
  /** Names, contacts and signatures as they are. */
  isClear: boolean;
}

/**
 * The proofs of the chosen criteria as one archive, made as it leaves: an index, a workbook a criterion, attendance
 * sheets, documents and reports. Written to the audit, with whether it names people.
 */
export function makeEvidencePack(actor: Actor, asked: AskedPeriod, pack: PackAsked) {
  const { office, days } = asked;
  const input = { ...pack, from: days.from, to: days.to };
  run(actor, { name: "evidence.download", id: newId(), input, ownerId: office.id, isOnce: false }, () => undefined);
  const words = wordsFor(actor.locale);
  return { name: `${words.t("evidence:fileName")}.zip`, body: zipStream(entriesOf(actor, asked, pack)) };
}

async function* entriesOf(actor: Actor, asked: AskedPeriod, pack: PackAsked): AsyncGenerator<ZipEntry> {
  const words = wordsFor(actor.locale);
  const all = pack.codes.map((code) => readProofs(actor, asked, code));
  yield {
    name: `${words.t("evidence:index")}.pdf`,
    body: [await writeIndex(asked, { all, isClear: pack.isClear }, words)],
    isStored: true,
  };
  for (const [place, proofs] of all.entries())
    if (proofs.sheets.length > 0)
      yield { name: bookOf(proofs, place, words), body: [await toWrittenXlsx(actor.locale, proofs.sheets)], isStored: true };
  yield* attendanceEntries(actor, asked, { all, isClear: pack.isClear });
  yield* fileEntries(all, words);
  const audience = pack.isClear ? "office" : "outside";
  for (const { id, title } of once(all.flatMap(({ reports }) => reports))) {
    const { bytes } = await makeDocumentFor(actor, getReport(actor, id), { format: "pdf", audience });
    yield { name: `${words.t("evidence:folders.reports")}/${safe(title)}.pdf`, body: [bytes], isStored: true };
  }
}

/** Two criteria may rest on the same row: it is in the archive once. */
const once = <T extends { id: string }>(rows: readonly T[]): T[] => [...new Map(rows.map((row) => [row.id, row])).values()];
/** What a folder may be called on every system. */
const safe = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 80);
const bookOf = ({ code }: Proofs, place: number, { t }: Words): string =>
  `${t("evidence:folders.criteria")}/${String(place + 1).padStart(2, "0")} ${safe(t(`evidence:criteria.${code}.title`))}.xlsx`;

async function* attendanceEntries(
  actor: Actor,
  { office }: AskedPeriod,
  { all, isClear }: { all: readonly Proofs[]; isClear: boolean },
): AsyncGenerator<ZipEntry> {
  const words = wordsFor(actor.locale);
  const wanted = all.filter(({ code }) => criterionOf(code).evidence.includes("sheets"));
  for (const [place, workshop] of once(wanted.flatMap(({ workshops }) => workshops)).entries()) {
    const bytes = await writeAttendance(actor, { workshop, office: office.name, isClear }, words);
    const name = `${workshop.heldOn} ${safe(workshop.title)} (${place + 1}).pdf`;
    yield { name: `${words.t("evidence:folders.sheets")}/${name}`, body: [bytes], isStored: true };
  }
}

function* fileEntries(all: readonly Proofs[], { t }: Words): Generator<ZipEntry> {
  for (const [place, { id, name }] of once(all.flatMap(({ files }) => files)).entries()) {
    if (!existsSync(fileOf(id))) continue;
    const numbered = `${String(place + 1).padStart(3, "0")} ${safe(name)}`;
    yield { name: `${t("evidence:folders.documents")}/${numbered}`, body: createReadStream(fileOf(id)), isStored: true };
  }
}

/** What the archive holds, criterion by criterion, with the text that asks for it. */
async function writeIndex(
  { office, days }: AskedPeriod,
  { all, isClear }: { all: readonly Proofs[]; isClear: boolean },
  words: Words,
): Promise<Buffer> {
  const { t, day, span, locale } = words;
  const title = t("evidence:title");
  const pdf = await ReportPdf.open({
    title,
    language: locale,
    author: office.name,
    contents: "",
    pageOf: (number, count) => t("reports:page", { number, count }),
  });
  const made = t("evidence:made", { at: formatInstant(locale, now(), office.zone) });
  pdf.masthead(undefined, [office.name, t("reports:period", span(days.from, days.to)), made]);
  pdf.paragraph(t(isClear ? "evidence:clear" : "evidence:masked"));
  for (const [place, proofs] of all.entries()) {
    const { reference } = criterionOf(proofs.code);
    const { since, describedOn, source } = evidenceReferences[reference];
    pdf.heading(`${place + 1}. ${t(`evidence:criteria.${proofs.code}.title`)}`);
    pdf.paragraph(t(`evidence:criteria.${proofs.code}.text`));
    pdf.note(
      t("evidence:from", {
        text: t(`evidence:references.${reference}.text`),
        since: day(since),
        described: day(describedOn),
        source,
      }),
    );
    pdf.paragraph(countProofs(proofs, locale).join(" · "));
    pdf.note(proofs.sheets.length > 0 ? bookOf(proofs, place, words) : "–");
  }
  return pdf.end();
}
