import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { channelInput, contactInput, makeChannel, makeContact } from "~/testing/factories/record";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { correctChannel, removeChannel } from "./channels.commands.server";
import { channelMark, getChannel, listChannels } from "./channels.queries.server";
import { correctContact, deleteContact, restoreContact } from "./contacts.commands.server";
import { getContact, getDeletedContact } from "./contacts.queries.server";
import { correctProviderSchema } from "./provider.form";
import { findSurvivorId, getProvider, searchProviders } from "./queries.server";
import { correctProvider, deleteProvider, notePartnership, removePartnership, restoreProvider } from "./record.commands.server";
import { getDeletedProvider, listPartnerships, listTagNames } from "./record.queries.server";
import { normaliseUrl, serviceOf } from "./url.model";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const provider = authorize(facilitator, "provider.correct", makeProvider(facilitator, office, { name: "Gîte des Pins" }));
  return { office, facilitator, provider, canDelete: authorize(facilitator, "provider.delete", provider) };
}
const providerInput = (given: object = {}) => correctProviderSchema.parse({ name: "Gîte des Pins", version: 1, ...given });

describe("correcting a provider", () => {
  it("keeps its tags, its SIRET however written, and its former name searchable", () => {
    const { office, facilitator, provider } = setUp();
    const input = providerInput({ name: "SARL Embruns", siret: "732 829 320 00075", tags: "famille, vélo,famille" });
    correctProvider(facilitator, provider, input);
    expect(getProvider(facilitator, provider.id)).toMatchObject({ name: "SARL Embruns", siret: "73282932000075", version: 2 });
    expect(listTagNames(provider.id)).toEqual(["famille", "vélo"]);
    for (const words of ["gite des pins", "embruns"])
      expect(searchProviders(facilitator, words, office.id), words).toHaveLength(1);
  });

  it("refuses a stale form and a referent of another office", () => {
    const { facilitator, provider } = setUp();
    const other = setUp();
    const stranger = providerInput({ referentId: other.facilitator.userId });
    expect(() => correctProvider(facilitator, provider, stranger)).toThrow(RuleError);
    correctProvider(facilitator, provider, providerInput({ siret: "1" }));
    expect(() => correctProvider(facilitator, provider, providerInput({ siret: "2" }))).toThrow(ConflictError);
    expect(() => correctProvider(other.facilitator, provider, providerInput({ version: 2 }))).toThrow(ForbiddenError);
    expect(() => getProvider(other.facilitator, provider.id)).toThrow(NotFoundError);
  });

  it("notes one partnership a year", () => {
    const { facilitator, provider } = setUp();
    notePartnership(facilitator, provider, { year: 2025, level: "Partenaire" });
    notePartnership(facilitator, provider, { year: 2026, level: "Découverte" });
    notePartnership(facilitator, provider, { year: 2026, level: "Partenaire" });
    removePartnership(facilitator, provider, 2025);
    expect(listPartnerships(provider.id)).toEqual([{ year: 2026, level: "Partenaire" }]);
  });

  it("is deleted and brought back without sessions, kept with one", () => {
    const { office, facilitator, provider, canDelete } = setUp();
    deleteProvider(facilitator, canDelete);
    expect(() => getProvider(facilitator, provider.id)).toThrow(NotFoundError);
    restoreProvider(facilitator, authorize(facilitator, "provider.delete", getDeletedProvider(facilitator, provider.id)));
    expect(getProvider(facilitator, provider.id).name).toBe("Gîte des Pins");
    makeSession(facilitator, office, { providers: [provider.id] });
    expect(() => deleteProvider(facilitator, canDelete)).toThrow(RuleError);
    expect(() => authorize(makeMember(office.id, "director"), "provider.delete", provider)).toThrow(ForbiddenError);
  });

  it("leads from a merged provider to the last survivor, within sight only", () => {
    const { office, facilitator, provider } = setUp();
    const [middle, last] = [makeProvider(facilitator, office), makeProvider(facilitator, office)];
    const merge = sqlite().prepare("UPDATE providers SET merged_into_id = ?, deleted_at = 1 WHERE id = ?");
    merge.run(middle.id, provider.id);
    merge.run(last.id, middle.id);
    expect(findSurvivorId(facilitator, provider.id)).toBe(last.id);
    expect(findSurvivorId(facilitator, last.id)).toBeUndefined();
    expect(findSurvivorId(setUp().facilitator, provider.id)).toBeUndefined();
  });
});

describe("contacts", () => {
  it("tells the uses apart, each dated, and forgets a withdrawn consent", () => {
    const { facilitator, provider } = setUp();
    const contact = authorize(
      facilitator,
      "provider.correct",
      makeContact(facilitator, provider, {
        phone: "01 99 00 12 34",
        newsletterConsentOn: "2026-03-12",
        invitationsRefused: true,
      }),
    );
    expect(contact).toMatchObject({ phone: "+33199001234", picturesConsentAt: null, origin: "typed" });
    expect(new Date(contact.newsletterConsentAt ?? 0).toISOString().slice(0, 10)).toBe("2026-03-12");
    correctContact(facilitator, contact, contactInput({ invitationsRefused: true }));
    const after = getContact(facilitator, contact.id);
    expect(after).toMatchObject({ newsletterConsentAt: null, invitationsRefusedAt: contact.invitationsRefusedAt, version: 2 });
  });

  it("leaves the search with a deleted contact, and comes back with it", () => {
    const { office, facilitator, provider } = setUp();
    const contact = authorize(facilitator, "provider.correct", makeContact(facilitator, provider, { phone: "0199001235" }));
    const count = () => searchProviders(facilitator, "01 99 00 12 35", office.id).length;
    expect(count()).toBe(1);
    deleteContact(facilitator, contact);
    expect(count()).toBe(0);
    restoreContact(facilitator, authorize(facilitator, "provider.correct", getDeletedContact(facilitator, contact.id)));
    expect(count()).toBe(1);
  });

  it("refuses a stale form; is out of sight of another office, a colleague, a provider", () => {
    const { office, facilitator, provider } = setUp();
    const contact = authorize(facilitator, "provider.correct", makeContact(facilitator, provider));
    correctContact(facilitator, contact, contactInput({ function: "Gérante" }));
    expect(() => correctContact(facilitator, contact, contactInput({ function: "Réception" }))).toThrow(ConflictError);
    for (const actor of [setUp().facilitator, makeMember(office.id, "colleague"), makeProviderLogin(facilitator, provider)])
      expect(() => getContact(actor, contact.id)).toThrow(NotFoundError);
  });
});

describe("digital channels", () => {
  it("conflicts when the channel is no longer as it was shown", () => {
    const { facilitator, provider } = setUp();
    const id = makeChannel(facilitator, provider, { url: "http://Pins.example/accueil" });
    const channel = authorize(facilitator, "provider.correct", getChannel(facilitator, id, "provider.list"));
    expect(channel.url).toBe("https://pins.example/accueil");
    const seen = channelMark(channel);
    correctChannel(facilitator, channel, channelInput({ seen, state: "broken" }));
    expect(() => correctChannel(facilitator, channel, channelInput({ seen }))).toThrow(ConflictError);
    expect(() => getChannel(setUp().facilitator, id, "provider.list")).toThrow(NotFoundError);
    removeChannel(facilitator, channel);
    expect(listChannels(facilitator, provider.id)).toEqual([]);
  });

  it("deduces the service of a page on someone else's site", () => {
    const { facilitator, provider } = setUp();
    makeChannel(facilitator, provider, { kind: "social", url: "facebook.com/gitedespins" });
    expect(listChannels(facilitator, provider.id)).toMatchObject([
      { service: "facebook", url: "https://facebook.com/gitedespins" },
    ]);
  });
});

describe("an address", () => {
  it.each([
    ["www.pins.example", "https://www.pins.example/"],
    ["http://pins.example/a?b=c", "https://pins.example/a?b=c"],
    ["HTTPS://Pins.Example", "https://pins.example/"],
    ["été.example", "https://xn--t-9fab.example/"],
    ["javascript:alert(1)", undefined],
    ["ftp://pins.example", undefined],
    ["mailto:a@pins.example", undefined],
    ["localhost", undefined],
    ["192.0.2.1", undefined],
    ["https://user:pass@pins.example", undefined],
    ["pins.example:8080", undefined],
    ["deux mots", undefined],
    ["", undefined],
  ])("%s", (typed, expected) => {
    expect(normaliseUrl(typed)).toBe(expected);
  });

  it.each([
    ["https://www.booking.com/hotel", "booking"],
    ["https://fr-fr.facebook.com/x", "facebook"],
    ["https://www.tripadvisor.co.uk/y", "tripadvisor"],
    ["https://airbnb.fr/z", "airbnb"],
  ])("%s is on %s", (url, service) => {
    expect(serviceOf(url)).toBe(service);
  });
});
