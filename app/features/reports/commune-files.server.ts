import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { type ZipEntry, zipStream } from "~/lib/zip-stream.server";
import { listCommunes } from "./commune.server";
import { writeCommune } from "./commune-pdf.server";
import { readLogo } from "./documents.server";
import type { PeriodQuery } from "./period.form";
import { type AskedPeriod, describePeriodForm, queryOf, resolveAsked } from "./period.server";
import { wordsFor } from "./words.server";

/** The page of communes: each with its sheet. */
export function describeCommunes(actor: Actor, query: PeriodQuery) {
  const asked = resolveAsked(actor, query);
  const { number, share } = wordsFor(actor.locale);
  const rows = listCommunes(actor, asked).map(({ inseeCode, name, known, reached, isFew }) => ({
    inseeCode,
    name,
    reached: number(reached),
    known: number(known),
    share: share(reached, known),
    isFew,
  }));
  return { form: describePeriodForm(actor, asked, query), query: queryOf(asked), rows };
}

/** One commune's A4, written to the audit. Throws NotFoundError. */
export async function makeCommuneSheet(actor: Actor, query: PeriodQuery, inseeCode: string) {
  const asked = resolveAsked(actor, query);
  const file = await writeCommune(actor, asked, { inseeCode, logo: await logoOf(asked) });
  note(actor, asked, inseeCode);
  return file;
}

/** The sheets of all communes in one archive, made as it leaves. */
export function makeCommuneArchive(actor: Actor, query: PeriodQuery) {
  const asked = resolveAsked(actor, query);
  const communes = listCommunes(actor, asked);
  note(actor, asked, "all");
  return { name: `${translator(actor.locale)("communes:title")}.zip`, body: zipStream(sheetsOf(actor, asked, communes)) };
}

async function* sheetsOf(actor: Actor, asked: AskedPeriod, communes: readonly { inseeCode: string }[]): AsyncGenerator<ZipEntry> {
  const logo = await logoOf(asked);
  for (const { inseeCode } of communes) {
    const { name, bytes } = await writeCommune(actor, asked, { inseeCode, logo });
    yield { name, body: [bytes], isStored: true };
  }
}

const logoOf = ({ office }: AskedPeriod) => readLogo({ ownerId: office.id, office: office.name });

function note(actor: Actor, { office, days }: AskedPeriod, communes: string): void {
  const input = { communes, from: days.from, to: days.to };
  run(actor, { name: "commune.download", id: newId(), input, ownerId: office.id, isOnce: false }, () => undefined);
}
