import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { forgetConfig } from "~/config.server";
import { sqlite } from "~/db/client.server";
import { unsubscribe } from "~/features/notifications/choices.server";
import { exportProvider } from "~/features/own-data/export.queries.server";
import { contactSchema } from "~/features/providers/contact.form";
import { addContact } from "~/features/providers/contacts.commands.server";
import { runDue } from "~/jobs/worker.server";
import { ConflictError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { jobHandlers } from "~/server/job-handlers.server";
import { openTestDatabase } from "~/testing/database";
import { makeLetter, makeNews } from "~/testing/factories/resource";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { openRelay, type Relay } from "~/testing/relay";
import { letterSchema } from "./letter.form";
import { confirmKey, offKey, readConfirmKey, readOffKey } from "./letter-keys.server";
import { confirmReader, endReader } from "./letter-readers.commands.server";
import { isReader, listConsenting } from "./letter-readers.queries.server";
import { askReaders, correctLetter, deleteLetter, sendLetter, writeLetter } from "./letters.commands.server";
import { countDeliveries, getLetter } from "./letters.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });
const at = Date.parse("2026-11-24T10:00:00Z");
let relay: Relay;
beforeAll(async () => {
  relay = await openRelay();
  process.env.SMTP_URL = relay.url;
  forgetConfig();
});
beforeEach(() => {
  relay.received = [];
});
afterAll(() => relay.close());

const work = () =>
  runDue({ "mail.send": jobHandlers["mail.send"], "mail.sendBulk": jobHandlers["mail.sendBulk"] } as typeof jobHandlers, quiet);
const quiet = { error: () => undefined };

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const provider = makeProvider(facilitator, office);
  const own = authorize(facilitator, "watch.keep", office);
  const add = (name: string, more: Record<string, unknown> = {}, to = provider) => {
    const id = newId();
    const given = { name, email: `${name}.${id.slice(-6)}@hote.example`, newsletterConsentOn: "2026-03-12", ...more };
    addContact(facilitator, authorize(facilitator, "provider.correct", to), { ...contactSchema.parse(given), id });
    return { contactId: id, ownerId: office.id };
  };
  const readers = () =>
    listConsenting({ ownerId: office.id, forKind: null })
      .filter(isReader)
      .map((row) => row.name);
  const letter = (id: string) => authorize(facilitator, "watch.keep", getLetter(facilitator, id));
  return { office, facilitator, provider, own, add, readers, letter };
}

describe("a letter", () => {
  it("goes once to those who agreed and confirmed, with a way off in one click", async () => {
    const { office, facilitator, own, add, letter } = setUp();
    const odile = add("odile");
    add("marius");
    askReaders(facilitator, own);
    confirmReader(odile);
    sqlite().prepare("DELETE FROM jobs").run();
    const id = makeLetter(facilitator, office, { intro: "Bonjour à tous" });
    expect(sendLetter(facilitator, letter(id))).toEqual({ count: 1 });
    expect(sendLetter(facilitator, letter(id))).toEqual({ count: 1 });
    const other = makeMember(office.id, "facilitator");
    expect(() => sendLetter(other, authorize(other, "watch.keep", getLetter(other, id)))).toThrow("letterSent");
    await work();
    expect(relay.received).toHaveLength(1);
    const [mail = ""] = relay.received;
    expect(mail).toMatch(/^To: odile\.\w+@hote\.example\r$/m);
    expect(mail).toMatch(/^List-Unsubscribe:\s+<[^>]+\/letters\/off\/[^>]+>\r$/m);
    expect(mail).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(countDeliveries(id).get("sent")).toBe(1);
  });

  it("leaves in a lane of its own, so that a sign-in mail does not wait", () => {
    const { office, facilitator, own, add, letter } = setUp();
    const odile = add("odile");
    askReaders(facilitator, own);
    confirmReader(odile);
    sqlite().prepare("DELETE FROM jobs").run();
    sendLetter(facilitator, letter(makeLetter(facilitator, office)));
    expect(sqlite().prepare("SELECT kind FROM jobs").pluck().all()).toEqual(["mail.sendBulk"]);
  });

  it("is refused without news or readers, and changes no more once it has left", () => {
    const { office, facilitator, own, add, letter } = setUp();
    const empty = letterSchema.parse({ id: newId(), subject: "Rien", itemIds: [newId()] });
    expect(() => writeLetter(facilitator, own, empty)).toThrow(RuleError);
    const elsewhere = makeOrganisation();
    const theirs = makeNews(makeMember(elsewhere.id, "facilitator"), elsewhere);
    expect(() => writeLetter(facilitator, own, { ...empty, itemIds: [theirs] })).toThrow("letterEmpty");
    const id = makeLetter(facilitator, office);
    expect(() => sendLetter(facilitator, letter(id))).toThrow("letterNobody");
    const { itemIds } = letter(id);
    const input = letterSchema.parse({ id, version: 1, subject: "Corrigée", itemIds });
    correctLetter(facilitator, letter(id), input);
    expect(() => correctLetter(facilitator, letter(id), input)).toThrow(ConflictError);
    const odile = add("odile");
    askReaders(facilitator, own);
    confirmReader(odile);
    sendLetter(facilitator, letter(id));
    expect(() => correctLetter(facilitator, letter(id), { ...input, version: 2 })).toThrow("letterSent");
    expect(() => deleteLetter(facilitator, letter(id))).toThrow("letterSent");
    const stranger = makeMember(makeOrganisation().id, "facilitator");
    expect(() => getLetter(stranger, id)).toThrow(NotFoundError);
  });
});

describe("the readers of a letter", () => {
  it("are asked once ever, and are none before they confirm", () => {
    const { facilitator, own, add, readers } = setUp();
    const odile = add("odile");
    add("sans-accord", { newsletterConsentOn: undefined });
    add("parti", { endsOn: "2026-06-30" });
    add("sans-adresse", { email: undefined });
    expect(askReaders(facilitator, own)).toBe(1);
    expect(askReaders(facilitator, own)).toBe(0);
    expect(readers()).toEqual([]);
    confirmReader(odile);
    expect(readers()).toEqual(["odile"]);
  });

  it("are those of the kind that it is for, and one for a shared mailbox", () => {
    const { office, facilitator, own, add } = setUp();
    const hotel = makeProvider(facilitator, office);
    add("odile", { email: "maison@hote.example" });
    add("marius", { email: "maison@hote.example" });
    add("yanis", {}, hotel);
    sqlite().prepare("UPDATE providers SET kind = 'hotel' WHERE id = ?").run(hotel.id);
    expect(listConsenting({ ownerId: office.id, forKind: "hotel" }).map((row) => row.name)).toEqual(["yanis"]);
    expect(askReaders(facilitator, own)).toBe(2);
  });

  it("are off in one click, every sharer of the mailbox, and are not asked again", () => {
    const { facilitator, own, add, readers } = setUp();
    const odile = add("odile", { email: "maison2@hote.example" });
    const marius = add("marius", { email: "maison2@hote.example" });
    askReaders(facilitator, own);
    const asked = listConsenting({ ownerId: own.id, forKind: null }).find((row) => row.askedAt !== null);
    confirmReader(asked?.contactId === odile.contactId ? odile : marius);
    expect(readers()).toHaveLength(1);
    endReader(odile);
    endReader(odile);
    expect(readers()).toEqual([]);
    expect(listConsenting({ ownerId: own.id, forKind: null })).toEqual([]);
    sqlite().prepare("UPDATE contacts SET newsletter_consent_at = 1 WHERE id IN (?, ?)").run(odile.contactId, marius.contactId);
    expect(readers()).toEqual([]);
    expect(askReaders(facilitator, own)).toBe(0);
  });

  it("leave the letter too when they want no mail at all; what they said is in their own data", () => {
    const { facilitator, provider, own, add, readers } = setUp();
    const odile = add("odile");
    askReaders(facilitator, own);
    confirmReader(odile);
    unsubscribe({ kind: "contact", id: odile.contactId });
    expect(readers()).toEqual([]);
    expect(exportProvider(facilitator, provider.id, { reviewedAt: null }).letters).toMatchObject([
      { contactId: odile.contactId, confirmedAt: at, endedAt: at },
    ]);
  });
});

describe("a key", () => {
  it("opens its own purpose alone, and a confirmation for sixty days", () => {
    const reading = { contactId: newId(), ownerId: newId() };
    expect(readConfirmKey(confirmKey(reading, at), at)).toEqual({ ...reading, isExpired: false });
    expect(readConfirmKey(confirmKey(reading, at), at + 61 * 86_400_000)?.isExpired).toBe(true);
    expect(readOffKey(offKey(reading))).toEqual(reading);
    expect(readOffKey(confirmKey(reading, at))).toBeUndefined();
    expect(readConfirmKey(`${offKey(reading)}x`, at)).toBeUndefined();
    expect(() => confirmReader(reading)).toThrow(NotFoundError);
  });
});
