import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { config } from "~/config.server";
import { readUpload, type Upload } from "~/http/upload.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { attachFile, removeFile, restoreFile } from "./commands.server";
import { sweepFiles } from "./jobs.server";
import { getFile, listFiles } from "./queries.server";
import { filePath, storeFile } from "./storage.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });
const uploads: Upload[] = [];
afterEach(() => {
  for (const upload of uploads.splice(0)) upload.discard();
});

async function upload(files: { name: string; content: Buffer }[], limits = { fileBytes: 5_000_000, files: 5 }) {
  const body = new FormData();
  body.set("caption", "Façade, côté mer");
  for (const { name, content } of files) body.append("files", new File([new Uint8Array(content)], name));
  const read = await readUpload(new Request("http://localhost/", { method: "POST", body }), limits);
  uploads.push(read);
  return read;
}
async function store(name: string, content: Buffer) {
  const { files } = await upload([{ name, content }]);
  const [file] = files;
  if (!file) throw new Error("no file arrived");
  return storeFile(file);
}
const plain = { create: { width: 40, height: 20, channels: 3, background: "#0a5c58" } } as const;
/** A photo as a phone takes it: lying down, with the place where it stood. */
const phonePhoto = () =>
  sharp(plain)
    .withExif({ IFD0: { Model: "Essai" }, IFD3: { GPSLatitude: "44/1 50/1 0/1", GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office);
  const sessionId = makeSession(facilitator, office, { providers: [gite.id] });
  const session = authorize(facilitator, "coaching.correct", { id: sessionId, ownerId: office.id });
  return { office, facilitator, gite, session };
}

describe("an upload", () => {
  it("arrives whole with its fields, accents and all", async () => {
    const { fields, files } = await upload([{ name: "façade.txt", content: Buffer.from("bonjour") }]);
    expect(fields.get("caption")).toBe("Façade, côté mer");
    expect(files).toMatchObject([{ field: "files", name: "façade.txt", bytes: 7, isTooLarge: false }]);
    expect(readFileSync(files[0]?.path ?? "", "utf8")).toBe("bonjour");
  });

  it("is cut at the limit and says so, and leaves nothing behind when the form is broken", async () => {
    const { files } = await upload([{ name: "gros.bin", content: Buffer.alloc(2000) }], { fileBytes: 1000, files: 1 });
    expect(files).toMatchObject([{ isTooLarge: true }]);
    const broken = new Request("http://localhost/", {
      method: "POST",
      body: '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\ncoupé',
      headers: { "Content-Type": "multipart/form-data; boundary=x" },
    });
    await expect(readUpload(broken, { fileBytes: 1000, files: 1 })).rejects.toThrow(RuleError);
    const huge = new FormData();
    huge.set("files", new File([new Uint8Array(4_000_000)], "énorme.bin"));
    const request = new Request("http://localhost/", { method: "POST", body: huge });
    await expect(readUpload(request, { fileBytes: 1000, files: 1 })).rejects.toMatchObject({ key: "uploadTooLarge" });
  });
});

describe("a stored file", () => {
  it("is an image upright, without the place or the device", async () => {
    const photo = await phonePhoto();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const file = await store("plage.png", photo);
    expect(file).toMatchObject({ kind: "image", mediaType: "image/jpeg", name: "plage.jpg" });
    const kept = await sharp(filePath(file.id)).metadata();
    expect(kept.exif).toBeUndefined();
    expect([kept.width, kept.height]).toEqual([20, 40]);
  });

  it("is refused when its bytes are of no accepted type, whatever its name", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const [name, content] of [
      ["photo.jpg", svg],
      ["logo.svg", svg],
      ["page.pdf", "<!doctype html><script>alert(1)</script>"],
      ["vide.png", ""],
    ] as const) {
      await expect(store(name, Buffer.from(content))).rejects.toMatchObject({ key: "fileType" });
    }
    const cut = (await sharp(plain).png().toBuffer()).subarray(0, 60);
    await expect(store("coupée.png", cut)).rejects.toMatchObject({ key: "fileImage" });
  });

  it("keeps a document as it is, under a name without a path", async () => {
    const file = await store("..\\..\\devis.exe", Buffer.from("%PDF-1.7\n%%EOF\n"));
    expect(file).toMatchObject({ kind: "document", mediaType: "application/pdf", name: "devis.pdf", bytes: 15 });
  });
});

describe("files of a session", () => {
  it("are seen by those who see the session, and by nobody else", async () => {
    const { office, facilitator, gite, session } = setUp();
    const { id } = attachFile(facilitator, session, {
      subject: "coaching_session",
      file: await store("a.jpg", await phonePhoto()),
    });
    expect(getFile(makeMember(office.id, "director"), id)).toMatchObject({ id, ownerId: office.id });
    const strangers = [setUp().facilitator, makeProviderLogin(facilitator, gite), makeMember(office.id, "colleague")];
    for (const actor of strangers) {
      expect(() => getFile(actor, id)).toThrow(NotFoundError);
      expect(listFiles(actor, "coaching_session", session.id)).toEqual([]);
    }
  });

  it("stay one when the same content comes twice, and can be taken away and brought back", async () => {
    const { facilitator, session } = setUp();
    const photo = await phonePhoto();
    const first = attachFile(facilitator, session, { subject: "coaching_session", file: await store("a.jpg", photo) });
    const again = attachFile(facilitator, session, { subject: "coaching_session", file: await store("b.jpg", photo) });
    expect(again).toEqual(first);
    removeFile(facilitator, session, first.id);
    expect(() => getFile(facilitator, first.id)).toThrow(NotFoundError);
    restoreFile(facilitator, session, first.id);
    expect(listFiles(facilitator, "coaching_session", session.id)).toHaveLength(1);
  });

  it("cannot be taken away by way of another session", async () => {
    const { facilitator, session } = setUp();
    const { id } = attachFile(facilitator, session, {
      subject: "coaching_session",
      file: await store("a.jpg", await phonePhoto()),
    });
    const other = setUp();
    removeFile(other.facilitator, other.session, id);
    expect(getFile(facilitator, id).id).toBe(id);
  });
});

it("sweeps what no row speaks of once it is a day old", async () => {
  const { facilitator, session } = setUp();
  const kept = attachFile(facilitator, session, { subject: "coaching_session", file: await store("a.jpg", await phonePhoto()) });
  const orphan = await store("b.jpg", await phonePhoto());
  const fresh = await store("c.jpg", await phonePhoto());
  const halfway = join(config().dataDir, "incoming", "halfway");
  mkdirSync(join(config().dataDir, "incoming"), { recursive: true });
  writeFileSync(halfway, "coupé");
  const old = (Date.now() - 2 * 86_400_000) / 1000;
  for (const path of [filePath(kept.id), filePath(orphan.id), halfway]) utimesSync(path, old, old);
  sweepFiles();
  expect([kept, orphan, fresh].map((file) => existsSync(filePath(file.id)))).toEqual([true, false, true]);
  expect(existsSync(halfway)).toBe(false);
  rmSync(filePath(fresh.id));
});
