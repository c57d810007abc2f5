import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { figureDefinitions } from "~/features/figures/catalogue.model";
import { type Cell, toCsv } from "~/lib/csv";
import { newId } from "~/lib/ids";
import { ReportPdf } from "~/lib/report-pdf.server";
import type { Sheet } from "~/lib/xlsx.server";
import { type Agreement, describeAgreement, getAgreement, type Promised, readOn, type ShownAgreement } from "./agreements.server";
import { readLogo } from "./documents.server";
import { wordsFor } from "./words.server";
import { toWrittenXlsx } from "./workbook.server";

export const agreementFormats = ["pdf", "csv", "xlsx"] as const;
export type AgreementFormat = (typeof agreementFormats)[number];

/** An agreement as a file, its figures as of now, for the funder: its name and its bytes. Written to the audit. Throws NotFoundError out of sight. */
export async function makeAgreementDocument(actor: Actor, funderId: string, format: AgreementFormat) {
  const agreement = getAgreement(actor, funderId);
  const input = { funderId, format };
  run(actor, { name: "agreement.download", id: newId(), input, ownerId: agreement.ownerId, isOnce: false }, () => undefined);
  const shown = describeAgreement(actor, agreement, "outside");
  const writers = {
    pdf: () => writePdf(actor, agreement, shown),
    csv: async () => writeCsv(actor, agreement, shown),
    xlsx: () => writeXlsx(actor, agreement, shown),
  };
  return { name: `${shown.title}.${format}`, body: await writers[format]() };
}

async function writePdf(actor: Actor, agreement: Agreement, shown: ShownAgreement): Promise<Buffer> {
  const { t } = wordsFor(actor.locale);
  const pdf = await ReportPdf.open({
    title: shown.title,
    language: actor.locale,
    author: agreement.office,
    contents: "",
    pageOf: (number, count) => t("reports:page", { number, count }),
  });
  pdf.masthead(await readLogo(agreement), [agreement.office, shown.readOn]);
  pdf.paragraph(shown.summary);
  pdf.table(
    shown.head,
    shown.promises.map((one) => [one.name, one.period, one.target, one.value, one.share, one.pace]),
  );
  if (shown.changes.length > 0) {
    pdf.heading(t("agreements:changes"), 60);
    for (const change of shown.changes)
      pdf.paragraph([`${change.what}. ${change.line}`, change.changes, change.reason].filter(Boolean).join("\n"));
  }
  pdf.heading(t("agreements:counted"), 60);
  for (const { name, help } of shown.counted) pdf.paragraph(`${name}${t("common:colon")}${help}`);
  return pdf.end();
}

function writeCsv(actor: Actor, agreement: Agreement, shown: ShownAgreement): string {
  const { head, rows } = promiseRows(actor, agreement, shown);
  return toCsv(head, rows);
}

function writeXlsx(actor: Actor, agreement: Agreement, shown: ShownAgreement): Promise<Buffer> {
  const { t } = wordsFor(actor.locale);
  const column = (key: ColumnKey, width?: number) => ({ title: t(`agreements:columns.${key}`), ...(width ? { width } : {}) });
  const { head, rows } = promiseRows(actor, agreement, shown);
  const promises: Sheet = {
    name: t("agreements:sheets.promises"),
    columns: head.map((title, place) => ({
      title,
      width: place === 0 ? 38 : 18,
      ...(place === 2 || place === 3 ? { type: "day" as const } : {}),
    })),
    rows,
  };
  const changes: Sheet = {
    name: t("agreements:sheets.changes"),
    columns: [column("promised", 34), column("act", 48), column("changed", 48), column("why", 60)],
    rows: shown.changes.map(({ what, line, changes, reason }) => [what, line, changes, reason]),
  };
  const counted: Sheet = {
    name: t("agreements:sheets.counted"),
    columns: [column("promised", 34), column("counted", 100)],
    rows: [...shown.counted.map(({ name, help }) => [name, help]), [agreement.office, readOn(actor, agreement)]],
  };
  return toWrittenXlsx(actor.locale, [promises, ...(shown.changes.length > 0 ? [changes] : []), counted]);
}

type ColumnKey = "promised" | "act" | "changed" | "why" | "counted";

/** One row a promise, in numbers: hours for a time. */
function promiseRows(actor: Actor, { promises }: Agreement, shown: ShownAgreement): { head: string[]; rows: Cell[][] } {
  const { t } = wordsFor(actor.locale);
  const keys = ["promised", "funder", "startsOn", "endsOn", "target", "value", "unit", "part", "state"] as const;
  return {
    head: keys.map((key) => t(`agreements:columns.${key}`)),
    rows: promises.map((promised, place) => {
      const { goal, figure, value } = promised;
      const words = shown.promises[place];
      return [
        words?.name ?? "",
        goal.funder,
        goal.startsOn,
        goal.endsOn,
        inUnit(promised, goal.target),
        words?.isHidden ? words.value : inUnit(promised, value),
        t(`reports:units.${figureDefinitions[figure].unit}`),
        words?.isHidden ? null : Math.round((value / goal.target) * 1000) / 1000,
        words?.pace ?? "",
      ];
    }),
  };
}

const inUnit = ({ figure }: Promised, amount: number): number =>
  figureDefinitions[figure].unit === "minutes" ? Math.round((amount / 60) * 100) / 100 : amount;
