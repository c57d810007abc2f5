import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { sqlite } from "~/db/client.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { contactSchema } from "./contact.form";
import { addContact, correctContact, deleteContact } from "./contacts.commands.server";
import { getContact } from "./contacts.queries.server";
import { closeHostAccess, openHostAccess } from "./host-access.commands.server";
import { findLogin } from "./host-access.queries.server";
import { chooseOwnProvider } from "./own.queries.server";
import { getProvider } from "./queries.server";

openTestDatabase();

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const [gite, hotel] = [
    makeProvider(facilitator, office, { name: "Gîte" }),
    makeProvider(facilitator, office, { name: "Hôtel" }),
  ];
  const add = (name: string, email: string, providerId = gite.id) => {
    const id = newId();
    const provider = authorize(facilitator, "provider.correct", getProvider(facilitator, providerId));
    addContact(facilitator, provider, { id, ...contactSchema.parse({ name, email, preferredWay: "mail", locale: "fr" }) });
    return id;
  };
  const get = (id: string) => authorize(facilitator, "provider.correct", getContact(facilitator, id));
  const email = `odile-${newId()}@gite.example`;
  return { office, facilitator, gite, hotel, add, get, email };
}
const spaceOf = (email: string) => loadActor(findLogin(email)?.id ?? "")?.providerIds ?? [];

describe("each person's own access", () => {
  it("opens with a message that tells how to come in, once, and one login holds several establishments", () => {
    const { facilitator, gite, hotel, add, get, email } = setUp();
    openHostAccess(facilitator, get(add("Odile", email)));
    openHostAccess(facilitator, get(add("Odile", email, hotel.id)));
    expect(spaceOf(email).toSorted()).toEqual([gite.id, hotel.id].toSorted());
    expect(lastMailTo(email)?.text).toContain("aucun mot de passe n’est nécessaire");
    const host = loadActor(findLogin(email)?.id ?? "");
    expect(host && chooseOwnProvider(host, hotel.id).choices).toHaveLength(2);
  });

  it("is a person's own: a colleague's ends alone, the day they leave, are deleted or change their address", () => {
    const { facilitator, add, get, email } = setUp();
    const other = `marc-${email}`;
    const [odile, marc] = [add("Odile", email), add("Marc", other)];
    for (const id of [odile, marc]) openHostAccess(facilitator, get(id));
    deleteContact(facilitator, get(marc));
    expect([spaceOf(other).length, spaceOf(email).length]).toEqual([0, 1]);
    const row = get(odile);
    const input = { name: "Odile", email, preferredWay: "mail", locale: "fr", version: row.version };
    correctContact(facilitator, row, contactSchema.parse({ ...input, endsOn: "2020-01-01" }));
    expect(spaceOf(email)).toEqual([]);
    expect(() => openHostAccess(facilitator, get(odile))).toThrow(RuleError);
  });

  it("is shared by two spouses with one mailbox, and stays for who remains", () => {
    const { facilitator, add, get, email } = setUp();
    const [odile, marc] = [add("Odile", email), add("Marc", email)];
    openHostAccess(facilitator, get(odile));
    openHostAccess(facilitator, get(marc));
    expect(spaceOf(email)).toHaveLength(1);
    deleteContact(facilitator, get(odile));
    expect(spaceOf(email)).toHaveLength(1);
    deleteContact(facilitator, get(marc));
    expect(spaceOf(email)).toEqual([]);
  });

  it("closes at once, and is no other office's to open", () => {
    const { facilitator, add, get, email } = setUp();
    const id = add("Odile", email);
    openHostAccess(facilitator, get(id));
    closeHostAccess(facilitator, get(id));
    expect(spaceOf(email)).toEqual([]);
    const stranger = makeMember(makeOrganisation().id, "facilitator");
    expect(() => getContact(stranger, id)).toThrow(NotFoundError);
    expect(sqlite().prepare("SELECT count(*) FROM mails WHERE recipient = ?").pluck().get(email)).toBe(1);
  });
});
