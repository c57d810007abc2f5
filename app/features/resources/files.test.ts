import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document, Packer, Paragraph } from "docx";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { fileOf } from "~/features/files/place.queries.server";
import { getFile } from "~/features/files/queries.server";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { zipOf } from "~/testing/zip";
import { correctResource, writeResource } from "./commands.server";
import { describeHistory } from "./describe-history.server";
import { readingLimits, textOfFile } from "./file-text.server";
import { addTextPicture, chooseDocument } from "./files.commands.server";
import { getPublicFile, getResourceFile } from "./files.queries.server";
import { resourceSchema } from "./form";
import { restoreVersion } from "./history.commands.server";
import { getResource } from "./queries.server";
import { readFileApart } from "./read-apart.server";
import { readDocument } from "./read-file.commands.server";
import { docx } from "./reading.model";
import { searchResources } from "./search.queries.server";

openTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "balise-files-"));

function pdfOf(words: string, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  return new Promise((done) => {
    const pdf = new PDFDocument(options);
    const parts: Buffer[] = [];
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => done(Buffer.concat(parts)));
    if (words) pdf.text(words);
    pdf.end();
  });
}
const docxOf = (words: string) =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(words)] }] })).then((bytes) => Buffer.from(bytes));

/** Bytes in a file of their own, as an upload leaves them. */
function placed(bytes: Buffer): string {
  const path = join(folder, newId());
  writeFileSync(path, bytes);
  return path;
}

/** Bytes in their place, as `storeFile` leaves them. */
function stored(bytes: Buffer, mediaType: string) {
  const id = newId();
  mkdirSync(join(fileOf(id), ".."), { recursive: true });
  copyFileSync(placed(bytes), fileOf(id));
  const kind = mediaType.startsWith("image/") ? ("image" as const) : ("document" as const);
  return { id, kind, name: "modèle.pdf", mediaType, sha256: newId(), bytes: bytes.length };
}

function setUp(more: { visibility?: "office" | "public" } = {}) {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const host = makeProviderLogin(facilitator, makeProvider(facilitator, office));
  const input = resourceSchema.parse({
    id: newId(),
    kind: "file",
    title: `Modèle ${newId().slice(-6)}`,
    theme: "content",
    ...more,
  });
  const { slug } = writeResource(facilitator, authorize(facilitator, "resource.write", office), input);
  const read = () => authorize(facilitator, "resource.edit", getResource(facilitator, slug));
  return { office, facilitator, host, input, slug, read };
}

describe("the words of a file", () => {
  it("are read in a PDF and in a DOCX, with their accents", async () => {
    expect(await textOfFile(placed(await pdfOf("Règlement du gîte : la clé est à la boulangerie")), "application/pdf")).toContain(
      "Règlement du gîte : la clé est à la boulangerie",
    );
    expect(await textOfFile(placed(await docxOf("Contrat de location à compléter")), docx)).toBe(
      "Contrat de location à compléter",
    );
  });

  it("are none in a scan, and refused in what is broken, encrypted or folded too tight", async () => {
    expect(await textOfFile(placed(await pdfOf("")), "application/pdf")).toBe("");
    await expect(textOfFile(placed(Buffer.from("%PDF-1.7 broken")), "application/pdf")).rejects.toThrow();
    await expect(textOfFile(placed(await pdfOf("secret", { userPassword: "clef" })), "application/pdf")).rejects.toThrow(
      /password/i,
    );
    await expect(textOfFile(placed(Buffer.from("PK nothing")), docx)).rejects.toThrow();
    const bomb = zipOf({ "word/document.xml": Buffer.alloc(readingLimits.unfoldedBytes + 1, 32) });
    await expect(textOfFile(placed(bomb), docx)).rejects.toThrow("too large once unfolded");
  });

  it("are read by a process of its own, which may die", async () => {
    expect(await readFileApart(placed(await pdfOf("La taxe de séjour")), "application/pdf")).toBe("La taxe de séjour");
    await expect(readFileApart(placed(Buffer.from("%PDF-1.7 broken")), "application/pdf")).rejects.toThrow();
  });
});

describe("a resource's document", () => {
  it("is found by its words once read, and no more once another took its place", async () => {
    const { facilitator, host, slug, read } = setUp();
    chooseDocument(facilitator, read(), stored(await pdfOf("Inventaire de la vaisselle du chalet"), "application/pdf"));
    expect(read()).toMatchObject({ fileState: "waiting", version: 2 });
    const found = () => searchResources(host, "inventaire vaisselle chalet").map((row) => row.slug);
    expect(found()).not.toContain(slug);
    await readDocument(read().id);
    expect(read().fileState).toBe("read");
    expect(found()).toContain(slug);
    chooseDocument(facilitator, read(), stored(await docxOf("Livret du voyageur"), docx));
    expect(found()).not.toContain(slug);
    await readDocument(read().id);
    expect(searchResources(host, "livret du voyageur").map((row) => row.slug)).toContain(slug);
  });

  it("is said unreadable when it is, and tried no more", async () => {
    const { facilitator, read } = setUp();
    chooseDocument(facilitator, read(), stored(Buffer.from("%PDF-1.4 broken"), "application/pdf"));
    await readDocument(read().id);
    expect(read()).toMatchObject({ fileState: "unreadable", fileText: "" });
    const waiting = sqlite().prepare("SELECT count(*) FROM jobs WHERE kind = 'resources.readFile' AND state = 'failed'").pluck();
    expect(waiting.get()).toBe(0);
  });

  it("shows readers the one of today, and its older versions to whoever may edit it alone", async () => {
    const { facilitator, host, slug, read } = setUp();
    const old = stored(await pdfOf("Ancien"), "application/pdf");
    chooseDocument(facilitator, read(), old);
    expect(getResourceFile(host, slug, old.id).id).toBe(old.id);
    const fresh = stored(await pdfOf("Nouveau"), "application/pdf");
    chooseDocument(facilitator, read(), fresh);
    expect(getResourceFile(host, slug, fresh.id).id).toBe(fresh.id);
    expect(() => getResourceFile(host, slug, old.id)).toThrow(NotFoundError);
    expect(() => getFile(host, old.id)).toThrow(NotFoundError);
    expect(() => getFile(host, fresh.id)).toThrow(NotFoundError);
    expect(getResourceFile(facilitator, slug, old.id).id).toBe(old.id);
    const stranger = makeMember(makeOrganisation().id, "facilitator");
    expect(() => getResourceFile(stranger, slug, fresh.id)).toThrow(NotFoundError);
    expect(() => getPublicFile(slug, fresh.id)).toThrow(NotFoundError);
  });

  it("comes back with the version that carried it, and is read again", async () => {
    const { facilitator, slug, read } = setUp();
    const old = stored(await pdfOf("La charte des bénévoles"), "application/pdf");
    chooseDocument(facilitator, read(), old);
    chooseDocument(facilitator, read(), stored(await pdfOf("Autre chose"), "application/pdf"));
    expect(describeHistory(facilitator, read()).rows[1]?.file?.to).toBe(`/resources/${slug}/files/${old.id}`);
    restoreVersion(facilitator, read(), { version: 3, restored: 2 });
    expect(read()).toMatchObject({ fileId: old.id, fileState: "waiting" });
    await readDocument(read().id);
    expect(searchResources(facilitator, "charte des bénévoles").map((row) => row.slug)).toContain(slug);
  });
});

describe("a picture of the text", () => {
  it("is shown to readers once the text names it, and to everybody where the resource is public", () => {
    const { facilitator, host, slug, read, input } = setUp({ visibility: "public" });
    const { id } = addTextPicture(facilitator, read(), stored(Buffer.from("png"), "image/png"));
    expect(() => getResourceFile(host, slug, id)).toThrow(NotFoundError);
    expect(() => getPublicFile(slug, id)).toThrow(NotFoundError);
    correctResource(facilitator, read(), { ...input, version: 1, body: `![La façade](image:${id})` });
    expect(getResourceFile(host, slug, id).id).toBe(id);
    expect(getPublicFile(slug, id).id).toBe(id);
  });
});
