import { existsSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { getProfile } from "~/features/accounts/queries.server";
import { getSettings } from "~/features/organisations/settings.queries.server";
import { ForbiddenError, NotFoundError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { findLogoPath, findPicture } from "./picture.queries.server";
import { receivePicture } from "./picture-upload.server";
import { getFile } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const image = (background: string) =>
  sharp({ create: { width: 60, height: 30, channels: 3, background } })
    .png()
    .toBuffer();
function posted(content: Buffer | undefined, name = "logo.png") {
  const body = new FormData();
  if (content) body.append("files", new File([new Uint8Array(content)], name));
  return new Request("http://localhost/settings/office/logo", { method: "POST", body });
}
function setUp() {
  const office = makeOrganisation();
  const director = makeMember(office.id, "director");
  return { office, director, carrier: authorize(director, "organisation.settings", getSettings(director, office.id)) };
}

describe("an office's logo", () => {
  it("is the image last chosen, the same bytes on disk, and none once removed", async () => {
    const { office, director, carrier } = setUp();
    expect(findLogoPath(office.id)).toBeUndefined();
    const send = (content: Buffer) => receivePicture(director, carrier, { subject: "organisation", request: posted(content) });
    expect((await send(await image("#0a5c58"))).tone).toBe("ok");
    const first = findPicture("organisation", office.id);
    await send(await image("#b93a17"));
    const second = findPicture("organisation", office.id);
    expect(second?.id).not.toBe(first?.id);
    expect(() => getFile(director, first?.id ?? "")).toThrow(NotFoundError);
    expect(existsSync(findLogoPath(office.id) ?? "")).toBe(true);
    const removal = new Request("http://localhost/settings/office/logo?remove=yes", { method: "POST" });
    await receivePicture(director, carrier, { subject: "organisation", request: removal });
    expect(findLogoPath(office.id)).toBeUndefined();
  });

  it("is no document, and an empty form says what to do", async () => {
    const { office, director, carrier } = setUp();
    const send = (request: Request) => receivePicture(director, carrier, { subject: "organisation", request });
    expect(await send(posted(Buffer.from("%PDF-1.7\n%âãÏÓ\n"), "charte.pdf"))).toMatchObject({ tone: "warn" });
    expect(await send(posted(undefined))).toMatchObject({ tone: "warn", text: "Choisissez d’abord une image." });
    expect(findPicture("organisation", office.id)).toBeUndefined();
  });

  it("is chosen by those who settle the office alone", () => {
    const { office } = setUp();
    const facilitator = makeMember(office.id, "facilitator");
    expect(() => authorize(facilitator, "organisation.settings", getSettings(facilitator, office.id))).toThrow();
    const stranger = makeMember(makeOrganisation().id, "director");
    expect(() => getSettings(stranger, office.id)).toThrow(NotFoundError);
  });
});

it("a photo is one's own, seen by colleagues and by nobody elsewhere", async () => {
  const { office } = setUp();
  const facilitator = makeMember(office.id, "facilitator");
  const own = authorize(facilitator, "profile.edit", { ...getProfile(facilitator), ownerId: facilitator.userId });
  await receivePicture(facilitator, own, { subject: "user", request: posted(await image("#f5c02b"), "moi.png") });
  const photo = findPicture("user", facilitator.userId);
  expect(getFile(makeMember(office.id, "colleague"), photo?.id ?? "").kind).toBe("image");
  expect(() => getFile(makeMember(makeOrganisation().id, "facilitator"), photo?.id ?? "")).toThrow(NotFoundError);
  const other = makeMember(office.id, "colleague");
  expect(() => authorize(other, "profile.edit", { ...getProfile(facilitator), ownerId: facilitator.userId })).toThrow(
    ForbiddenError,
  );
});
