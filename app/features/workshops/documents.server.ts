import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { workshopCertificates } from "~/db/schema/workshops.server";
import { fileOf } from "~/features/files/place.queries.server";
import { formatDay, formatDuration, formatInstant } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { dayIn } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { TaggedPdf } from "~/lib/tagged-pdf.server";
import { type Certificate, listCertificates } from "./certificates.queries.server";
import { readLogo } from "./logo.server";
import { type Matter, placeOf, readMatter } from "./notices.server";
import { getWorkshop, type ListedRegistration, listFacilitators, listRegistrations } from "./queries.server";
import { listSignatures } from "./signatures.queries.server";
import { describeParts } from "./when.server";

/** « 2026-0012 ». */
export const numberOf = (one: Pick<Certificate, "year" | "number">): string =>
  `${one.year}-${String(one.number).padStart(4, "0")}`;

/** All standing certificates of a workshop, a page each; throws NotFoundError where there is none. */
export async function writeCertificates(actor: Actor, workshopId: string): Promise<Buffer> {
  getWorkshop(actor, workshopId, "workshop.hold");
  const certificates = listCertificates(actor, workshopId);
  if (certificates.length === 0) throw new NotFoundError("certificates");
  return certificatePages(actor.locale, certificates);
}

/** One certificate by its id, for the mail that carries it; undefined when it no longer stands. */
export async function writeCertificate(locale: Locale, certificateId: string) {
  const one = db().select().from(workshopCertificates).where(eq(workshopCertificates.id, certificateId)).get();
  if (!one || one.withdrawnAt !== null) return undefined;
  return { certificate: one, pdf: await certificatePages(locale, [one]) };
}

async function certificatePages(locale: Locale, certificates: readonly Certificate[]): Promise<Buffer> {
  const t = translator(locale);
  const matter = readMatter(certificates[0]?.workshopId ?? "");
  if (!matter) throw new NotFoundError("workshop");
  const office = matter.office?.name ?? "";
  const pdf = await TaggedPdf.open({ title: t("workshops:certificates.heading"), language: locale, author: office });
  const logo = await readLogo(matter.office);
  for (const [rank, certificate] of certificates.entries()) {
    if (rank > 0) pdf.page();
    pdf.waymark();
    if (logo) pdf.image(logo);
    else pdf.paragraph(office, "bold");
    writeOne(pdf, certificate, { locale, matter });
  }
  return pdf.end();
}

function writeOne(pdf: TaggedPdf, certificate: Certificate, { locale, matter }: { locale: Locale; matter: Matter }): void {
  const t = translator(locale);
  const { workshop, office, parts } = matter;
  const { name, establishment } = certificate;
  const title = workshop.title;
  pdf
    .space(60)
    .heading(t("workshops:certificates.heading"))
    .paragraph(t("workshops:certificates.number", { number: numberOf(certificate) }));
  pdf
    .space(24)
    .lead(t("workshops:certificates.body", { office: office?.name ?? "", name, title }))
    .space(12);
  if (establishment) pdf.paragraph(t("workshops:certificates.establishment", { establishment }));
  for (const date of describeParts(locale, parts, workshop.zone)) pdf.paragraph(date);
  pdf.paragraph(t("workshops:certificates.duration", { duration: formatDuration(workshop.durationMinutes) }));
  const place = workshop.place === "online" ? t("workshops:places.online") : placeOf(workshop);
  if (place) pdf.paragraph(t("workshops:certificates.place", { place }));
  const names = listFacilitators(workshop.id)
    .map((one) => one.name)
    .join(", ");
  pdf.paragraph(t("workshops:certificates.facilitators", { names }));
  pdf
    .space(24)
    .paragraph(t("workshops:certificates.date", { day: formatDay(locale, dayIn(workshop.zone, certificate.issuedAt), "long") }))
    .signatureBox(t("workshops:certificates.stamp", { office: office?.name ?? "" }));
}

const blankLines = 8;

/** The sheet that a room signs: who is registered, and lines for whoever else comes. */
export async function writeSheet(actor: Actor, workshopId: string): Promise<Buffer> {
  const row = getWorkshop(actor, workshopId, "workshop.people");
  const { locale } = actor;
  const t = translator(locale);
  const office = readMatter(row.id)?.office;
  const pdf = await TaggedPdf.open({
    title: `${t("workshops:sheet.title")} – ${row.title}`,
    language: locale,
    author: office?.name ?? "",
  });
  const logo = await readLogo(office);
  if (logo) pdf.image(logo);
  else pdf.paragraph(office?.name ?? "", "bold");
  pdf.heading(t("workshops:sheet.title")).heading(row.title, 2);
  for (const date of describeParts(locale, row.parts, row.zone)) pdf.paragraph(date);
  pdf.paragraph(placeOf(row)).small(row.facilitators.map((one) => one.name).join(", "));
  const people = listRegistrations(actor, row.id).filter((one) => one.state === "registered");
  const answered = (consent: boolean | null) =>
    consent === null ? t("workshops:sheet.yesNo") : t(`common:${consent ? "yes" : "no"}`);
  const rows = people
    .toSorted((a, b) => a.name.localeCompare(b.name, "fr"))
    .map((one) => [one.name, one.provider ?? one.establishment, answered(one.picturesConsent), ""]);
  const blank = Array.from({ length: blankLines }, () => ["", "", t("workshops:sheet.yesNo"), ""]);
  const head = (["name", "establishment", "pictures", "signature"] as const).map((key) => t(`workshops:sheet.${key}`));
  pdf.space(8).table(head, [...rows, ...blank], { widths: [140, 140, 63, 140], height: 30 });
  await writeSignatures(pdf, { locale, zone: row.zone, people, workshopId: row.id });
  return pdf.end();
}

interface SignedSheet {
  locale: Locale;
  zone: string;
  workshopId: string;
  people: readonly ListedRegistration[];
}

/** What was signed on screen, each with its time; nothing where nobody did. */
async function writeSignatures(pdf: TaggedPdf, { locale, zone, workshopId, people }: SignedSheet): Promise<void> {
  const signatures = listSignatures(workshopId);
  if (signatures.size === 0) return;
  const t = translator(locale);
  pdf.space(16).heading(t("signing:sheetTitle"), 2);
  for (const { id, name } of people) {
    const signature = signatures.get(id);
    if (signature) await writeSignature(pdf, signature, { name, at: formatInstant(locale, signature.signedAt, zone), t });
  }
}

interface SignedLine {
  name: string;
  at: string;
  t: ReturnType<typeof translator>;
}

async function writeSignature(pdf: TaggedPdf, { fileId }: { fileId: string | null }, { name, at, t }: SignedLine): Promise<void> {
  const png = fileId ? await readFile(fileOf(fileId)).catch(() => undefined) : undefined;
  if (png) pdf.captioned({ png, alt: t("signing:sheetAlt", { name }) }, t("signing:sheetLine", { name, at }));
  else pdf.paragraph(t(fileId ? "signing:sheetLine" : "signing:sheetConfirmed", { name, at }));
}
