import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { correctContact } from "~/features/providers/contacts.commands.server";
import { openTestDatabase } from "~/testing/database";
import { contactInput, makeContact } from "~/testing/factories/record";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { listCoachingSessions } from "./queries.server";
import { readSessionPage } from "./session-page.server";
import { listTimeline } from "./timeline.queries.server";
import { timelineLine } from "./timeline.server";
import { listIncompleteSessions } from "./week.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  return { office, facilitator, provider: makeProvider(facilitator, office) };
}

describe("a provider's timeline", () => {
  it("tells sessions, edits and the beginning, newest first, in words", () => {
    const { office, facilitator, provider } = setUp();
    makeSession(facilitator, office, { providers: [provider.id], heldOn: "2026-11-02", note: "Fiche Google revendiquée." });
    const contact = authorize(facilitator, "provider.correct", makeContact(facilitator, provider));
    correctContact(facilitator, contact, contactInput({ phone: "01 99 00 12 34", function: "Gérante" }));
    const lines = listTimeline(facilitator, provider.id, undefined).entries.map((entry) =>
      timelineLine("fr", "Europe/Paris", entry),
    );
    expect(lines.map((line) => [line.kind, line.title, line.text])).toEqual([
      ["change", "Contact modifié", "Fonction, Téléphone"],
      ["change", `Prestataire créé par ${facilitator.name}`, ""],
      ["session", "Site internet", "Fiche Google revendiquée."],
    ]);
  });

  it("tells a session once, however many came for the business, there as soon as one was", () => {
    const { office, facilitator, provider } = setUp();
    const aline = makeContact(facilitator, provider);
    const neighbour = makeProvider(facilitator, office);
    const colleague = makeMember(office.id, "colleague", { name: "Yanis Prévost" });
    const participants = [
      { providerId: provider.id, contacts: [aline.id], others: "Paul, Jeanne", presence: "present" as const },
      { providerId: neighbour.id, presence: "excused" as const },
      { userId: colleague.userId, presence: "present" as const },
    ];
    const session = makeSession(facilitator, office, { participants });
    const told = (id: string) =>
      listTimeline(facilitator, id, undefined).entries.flatMap((one) => (one.type === "session" ? one.presence : []));
    expect(told(provider.id)).toEqual(["present"]);
    expect(told(neighbour.id)).toEqual(["excused"]);
    const { people } = readSessionPage(facilitator, session);
    expect(people.map(({ name, context, presence }) => [name, context, presence])).toEqual(
      [
        [provider.name, `${aline.name}, Paul, Jeanne · Meublé de tourisme, gîte, Soulac-sur-Mer`, ""],
        [neighbour.name, "Meublé de tourisme, gîte, Soulac-sur-Mer", "excusé"],
        ["Yanis Prévost", "collègue de l’office", ""],
      ].sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
    );
    const who = [neighbour.name, provider.name, "Yanis Prévost"].sort();
    expect(listCoachingSessions(facilitator, {}).rows.map((row) => [...row.who].sort())).toEqual([who]);
    makeSession(facilitator, office, { participants, note: "" });
    expect(listIncompleteSessions(facilitator).map((row) => [...row.who].sort())).toEqual([who]);
  });

  it("keeps private notes to the facilitators of the owner, and everything from others", () => {
    const { office, facilitator, provider } = setUp();
    makeSession(facilitator, office, { providers: [provider.id], privateNote: "Vend sans doute l’an prochain." });
    const told = (actor: typeof facilitator) => JSON.stringify(listTimeline(actor, provider.id, undefined).entries);
    expect(told(facilitator)).toContain("Vend sans doute");
    const director = told(makeMember(office.id, "director"));
    expect(director).toContain("Vu ensemble.");
    expect(director).not.toContain("Vend sans doute");
    for (const actor of [setUp().facilitator, makeMember(office.id, "colleague"), makeProviderLogin(facilitator, provider)])
      expect(told(actor)).toBe("[]");
  });

  it("goes on page by page without losing or repeating an entry", () => {
    const { office, facilitator, provider } = setUp();
    for (let day = 1; day <= 65; day++) {
      const heldOn = new Date(Date.UTC(2026, 8, day)).toISOString().slice(0, 10);
      makeSession(facilitator, office, { providers: [provider.id], heldOn });
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = listTimeline(facilitator, provider.id, after);
      seen.push(...page.entries.map((entry) => entry.id));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(66);
    expect(new Set(seen).size).toBe(66);
  });
});
