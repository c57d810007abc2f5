import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { audit } from "~/commands/run.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { textsOf } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { toCsv } from "~/lib/csv";
import { listConsenting } from "./letter-readers.queries.server";
import type { getLetter } from "./letters.queries.server";

/** Those who said yes to a letter and were not taken off, as a table for the office's mailing tool; noted in the audit. */
export function exportReaders(actor: Actor, letter: Authorized<ReturnType<typeof getLetter>, "watch.keep">) {
  const { columns, fileName } = textsOf(actor.locale, "letters").letters;
  const day = (at: number | null) => (at === null ? null : dayAt(letter.ownerId, at));
  const rows = listConsenting(letter).filter((row) => row.endedAt === null);
  audit(actor.userId, {
    command: "letter.exportReaders",
    subjectId: letter.id,
    ownerId: letter.ownerId,
    detail: String(rows.length),
    at: now(),
  });
  const head = [columns.name, columns.email, columns.provider, columns.consentOn, columns.confirmedOn];
  const cells = rows.map((row) => [row.name, row.email, row.provider, day(row.consentAt), day(row.confirmedAt)]);
  return { name: `${fileName}.csv`, csv: toCsv(head, cells) };
}
