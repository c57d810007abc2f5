import { expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { makeLetter } from "~/testing/factories/resource";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { confirmReader } from "./letter-readers.commands.server";
import { canBeAsked, findReading, isReader, listConsenting } from "./letter-readers.queries.server";
import { askForLetter, refuseLetter } from "./own-letter.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office);
  const contactId = newId();
  const email = `${contactId}@gite.example`;
  sqlite()
    .prepare("INSERT INTO contacts (id, owner_id, provider_id, name, email, created_at) VALUES (?, ?, ?, 'Odile', ?, 0)")
    .run(contactId, office.id, gite.id, email);
  const mails = () => sqlite().prepare("SELECT count(*) FROM mails WHERE recipient = ?").pluck().get(email);
  const consenting = () => listConsenting({ ownerId: office.id, forKind: null });
  return { office, facilitator, contactId, email, mails, consenting, reading: { contactId, ownerId: office.id } };
}

it("is offered once the office has a letter, and comes after a click in the mailbox alone", () => {
  const { office, facilitator, contactId, email, mails, consenting, reading } = setUp();
  expect(findReading(contactId)).toBeUndefined();
  makeLetter(facilitator, office);
  expect(findReading(contactId)?.state).toBe("none");
  askForLetter(contactId);
  expect(findReading(contactId)?.state).toBe("asked");
  expect(consenting()).toEqual([]);
  expect(lastMailTo(email)?.text).toContain("Vous avez demandé la lettre");
  expect(lastMailTo(email)?.text).toMatch(/\/letters\/confirm\//);
  confirmReader(reading);
  expect(findReading(contactId)?.state).toBe("reads");
  expect(consenting().filter(isReader)).toHaveLength(1);
  askForLetter(contactId);
  expect(mails()).toBe(1);
});

it("is refused for good, left in one tap, and asked for again only by a new click", () => {
  const { office, facilitator, contactId, mails, consenting, reading } = setUp();
  makeLetter(facilitator, office);
  refuseLetter(contactId);
  expect(findReading(contactId)?.state).toBe("refused");
  sqlite().prepare("UPDATE contacts SET newsletter_consent_at = 1 WHERE id = ?").run(contactId);
  expect(consenting().filter(canBeAsked), "the office asks them no more").toEqual([]);
  askForLetter(contactId);
  expect(mails()).toBe(1);
  expect(consenting().filter(isReader)).toEqual([]);
  confirmReader(reading);
  refuseLetter(contactId);
  expect(consenting().filter(isReader)).toEqual([]);
});

it("needs an address of a contact who is still there", () => {
  const { office, facilitator, contactId } = setUp();
  makeLetter(facilitator, office);
  sqlite().prepare("UPDATE contacts SET deleted_at = 1 WHERE id = ?").run(contactId);
  expect(() => askForLetter(contactId)).toThrow(NotFoundError);
  expect(findReading(contactId)).toBeUndefined();
});
