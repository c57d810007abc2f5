import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { findActor } from "~/auth/actor.server";
import { chooseUnlockCode, hasUnlockCode, lockDevice, unlockDevice } from "~/auth/device-lock.server";
import { cookieName } from "~/auth/lucia.server";
import { openSession } from "~/auth/sessions.server";
import { sqlite } from "~/db/client.server";
import { storeDrawing } from "~/features/files/drawing.commands.server";
import { getFile } from "~/features/files/queries.server";
import { setClock } from "~/lib/clock";
import { NotFoundError, RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { readPdf } from "~/testing/read-pdf";
import { openWorkshop } from "./commands.server";
import { writeSheet } from "./documents.server";
import { listRegistrations } from "./queries.server";
import { signAttendance } from "./signatures.commands.server";
import { listSignatures } from "./signatures.queries.server";
import { readSigning } from "./signing-page.server";

openTestDatabase({ at: "2026-12-10T13:05:00Z" });

async function drawn(line = true): Promise<string> {
  const mark = { input: { create: { width: 300, height: 6, channels: 4 as const, background: "#1a2330" } }, left: 100, top: 140 };
  const empty = sharp({ create: { width: 800, height: 300, channels: 4, background: "#ffffff00" } });
  const png = await (line ? empty.composite([mark]) : empty).png().toBuffer();
  return `data:image/png;base64,${png.toString("base64")}`;
}

function setUp(isSigned = true) {
  setClock(() => Date.parse("2026-12-01T09:00:00Z"));
  const office = makeOrganisation();
  const actor = makeMember(office.id, "facilitator");
  const workshop = makeWorkshop(actor, office, { hasSignatures: isSigned ? "on" : undefined });
  const { id } = makeRegistration(workshop, { name: "Odile Bardet" });
  setClock(() => Date.parse("2026-12-10T13:05:00Z"));
  const held = authorize(actor, "workshop.hold", workshop);
  openWorkshop(actor, held);
  return { office, actor, workshop, held, registrationId: id };
}

describe("a signature", () => {
  it("is kept as an image written afresh, with its time; who signed is present, and the sheet says so", async () => {
    const { actor, held, workshop, registrationId } = setUp();
    const file = await storeDrawing(await drawn());
    signAttendance(actor, held, { registrationId, file });
    const kept = listSignatures(workshop.id).get(registrationId);
    expect(kept).toMatchObject({ confirmedById: null, signedAt: Date.parse("2026-12-10T13:05:00Z") });
    expect(listRegistrations(actor, workshop.id)[0]?.presence).toBe("present");
    expect(getFile(actor, kept?.fileId ?? "")).toMatchObject({ mediaType: "image/png", subject: "workshop_signature" });
    expect((await readPdf(await writeSheet(actor, workshop.id))).pages.join(" ")).toContain("Signatures reçues à l’écran");
  });

  it("is confirmed for whoever cannot draw", async () => {
    const { actor, held, workshop, registrationId } = setUp();
    signAttendance(actor, held, { registrationId, file: null });
    expect(listSignatures(workshop.id).get(registrationId)).toMatchObject({ fileId: null, confirmedById: actor.userId });
    expect((await readPdf(await writeSheet(actor, workshop.id))).pages.join(" ")).toContain("présence confirmée par l’animateur");
  });

  it("is refused empty, as another kind of file, from another workshop, and where none is asked for", async () => {
    await expect(storeDrawing("")).rejects.toThrow(RuleError);
    await expect(storeDrawing(await drawn(false))).rejects.toThrow("signatureEmpty");
    await expect(storeDrawing("data:image/svg+xml;base64,PHN2Zy8+")).rejects.toThrow("signatureBroken");
    await expect(storeDrawing(`data:image/png;base64,${Buffer.from("<svg/>").toString("base64")}`)).rejects.toThrow(RuleError);
    const [one, other] = [setUp(), setUp()];
    const stranger = { registrationId: other.registrationId, file: null };
    expect(() => signAttendance(one.actor, one.held, stranger)).toThrow("notRegistered");
    const off = setUp(false);
    expect(() => signAttendance(off.actor, off.held, { registrationId: off.registrationId, file: null })).toThrow("workshopStep");
    expect(() => readSigning(off.actor, off.workshop.id, off.registrationId)).toThrow(NotFoundError);
  });

  it("is seen by the office's facilitators alone", async () => {
    const { office, actor, held, registrationId, workshop } = setUp();
    signAttendance(actor, held, { registrationId, file: await storeDrawing(await drawn()) });
    const fileId = listSignatures(workshop.id).get(registrationId)?.fileId ?? "";
    expect(() => getFile(makeMember(office.id, "director"), fileId)).toThrow(NotFoundError);
    expect(() => getFile(makeMember(makeOrganisation().id, "facilitator"), fileId)).toThrow(NotFoundError);
  });
});

describe("a tablet that is handed round", () => {
  it("shows that one page, whatever is asked of it, until its code is typed", async () => {
    const { actor, workshop, registrationId } = setUp();
    const cookie = (await openSession(actor.userId, new Request("http://localhost/"))).split(";")[0] ?? "";
    expect(cookie.startsWith(cookieName())).toBe(true);
    const ask = (path: string) => new Request(`http://localhost${path}`, { headers: { cookie } });
    const find = (path: string) => findActor({ request: ask(path), context: { setCookie: () => undefined } as never });
    const here = `/signing/${workshop.id}/${registrationId}`;
    chooseUnlockCode(ask(here), workshop.id, "4821");
    expect(hasUnlockCode(ask(here), workshop.id)).toBe(true);
    expect(sqlite().prepare("SELECT unlock_hash FROM auth_sessions WHERE unlock_hash LIKE '%4821%'").all()).toEqual([]);
    lockDevice(ask(here), here);
    expect((await find(here))?.userId).toBe(actor.userId);
    const answer = await find("/providers").catch((thrown: Response) => thrown);
    expect(answer).toBeInstanceOf(Response);
    expect(answer instanceof Response && answer.headers.get("Location")).toBe(here);
    await expect(find(`/signing/${workshop.id}/another`)).rejects.toBeInstanceOf(Response);
    expect(await unlockDevice(ask(here), "0000")).toBe(false);
    await expect(find("/providers")).rejects.toBeInstanceOf(Response);
    expect(await unlockDevice(ask(here), "4821")).toBe(true);
    expect((await find("/providers"))?.userId).toBe(actor.userId);
  });
});
