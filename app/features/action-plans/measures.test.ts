import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { channelSchema } from "~/features/providers/channel.form";
import { addChannel } from "~/features/providers/channels.commands.server";
import { listEstablishments } from "~/features/providers/queries.server";
import { newId } from "~/lib/ids";
import { establishmentKinds } from "~/lib/vocabulary";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { type EvidenceCode, evidenceCodes } from "./evidence.model";
import { listRecordEvidence } from "./evidence.queries.server";
import { parseMeasure, recommend } from "./measure.model";
import { measuresOf, stepsOfMeasures } from "./measure-steps.server";
import { listMeasures } from "./measures.server";
import { describeMeasures } from "./measures-page.server";
import { getPlanHead, listActions } from "./queries.server";
import { startPlan } from "./start.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const [place] = listEstablishments(facilitator, gite.id);
  const own = authorize(facilitator, "provider.correct", { id: place?.id ?? "", ownerId: office.id, providerId: gite.id });
  const note = (given: object) => addChannel(facilitator, own, { ...channelSchema.parse(given), id: newId() });
  const codes = () => listRecordEvidence(facilitator, gite).map((one) => one.code);
  const start = (chosen: string[]) =>
    startPlan(facilitator, authorize(facilitator, "plan.edit", getPlanHead(facilitator, gite.id, "plan.edit")), {
      id: newId(),
      steps: stepsOfMeasures(facilitator, gite, chosen),
      isPublished: true,
    });
  return { office, facilitator, gite, placeId: place?.id ?? "", note, codes, start };
}

describe("the shipped measures", () => {
  it("answer everything that a record may say, for some kind, with a sheet that ships", () => {
    const measures = listMeasures();
    expect(measures.length).toBeGreaterThanOrEqual(15);
    expect(evidenceCodes.filter((code) => !measures.some((one) => one.when.includes(code)))).toEqual([]);
    expect(measures.filter((one) => !existsSync(`content/sheets/${one.sheet}.fr.md`))).toEqual([]);
    for (const { texts } of measures) expect(texts.en.steps).toHaveLength(texts.fr.steps.length);
  });

  it.each([
    ["a condition that is none", { when: "websiteUgly" }, /essai\.fr\.md/],
    ["a theme that is none", { theme: "cuisine" }, /essai\.fr\.md/],
  ])("refuse %s", (_label, wrong, error) => {
    const head = { title: "Une mesure", why: "Pour que cela serve.", theme: "legal", when: "checkOld", minutes: "20" };
    const fields = { ...head, priority: "1", sheet: "mentions-legales", reviewedOn: "2026-11-20", ...wrong };
    const text = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
    const fr = `---\n${text.join("\n")}\n---\n\n1. Un geste\n`;
    expect(() => parseMeasure("essai", { fr, en: "---\ntitle: A step\nwhy: Because of that.\n---\n\n1. One\n" })).toThrow(error);
  });
});

describe("measures from what is known", () => {
  const place = { id: "p", name: "Gîte des Pins", kind: "rental" as const };
  const asked = (code: EvidenceCode, kind: (typeof establishmentKinds)[number] = "rental", isNoted = true) =>
    recommend(listMeasures(), [{ code, place: { ...place, kind }, isNoted }]).map(({ measure }) => measure.id);

  it.each<[EvidenceCode, string]>([
    ["websiteAbsent", "avoir-son-site"],
    ["websiteBroken", "remettre-le-site-en-marche"],
    ["websitePlainHttp", "passer-le-site-en-https"],
    ["googleProfileUnknown", "creer-la-fiche-google"],
    ["googleProfileToClaim", "reclamer-la-fiche-google"],
    ["bookingUnknown", "reserver-en-ligne"],
    ["reviewsDormant", "repondre-aux-avis"],
    ["socialAbsent", "choisir-un-reseau"],
    ["socialDormant", "reveiller-le-reseau"],
    ["listingRemoved", "remettre-la-fiche-sit"],
    ["registrationUnknown", "declarer-le-meuble"],
    ["labelEnds", "preparer-le-renouvellement"],
  ])("%s asks for %s alone", (code, measure) => {
    expect(asked(code)).toEqual([measure]);
  });

  it("are for the kinds that they were written for", () => {
    expect(asked("registrationUnknown", "restaurant")).toEqual([]);
    expect(asked("bookingUnknown", "producer")).toEqual([]);
    expect(establishmentKinds.filter((kind) => asked("googleProfileToClaim", kind).length === 0)).toEqual([]);
  });

  it("come once with all their reasons, what was noted before what nobody noted", () => {
    const [first, second, ...rest] = recommend(listMeasures(), [
      { code: "googleProfileUnknown", place, isNoted: false },
      { code: "socialDormant", place, isNoted: true },
      { code: "socialBroken", place: { ...place, id: "q" }, isNoted: true },
    ]);
    expect([first?.measure.id, first?.reasons.length]).toEqual(["reveiller-le-reseau", 2]);
    expect([second?.measure.id, rest]).toEqual(["creer-la-fiche-google", []]);
  });
});

describe("a plan from the record", () => {
  it("takes the ticked measures as steps with their words, sheet, day and origin, and offers them once", () => {
    const { facilitator, gite, note, start } = setUp();
    sqlite().prepare("UPDATE organisations SET season_weeks = '[27,28,29]' WHERE id = ?").run(gite.ownerId);
    sqlite()
      .prepare(
        "INSERT INTO resources (id, slug, title, theme, kind, created_at) VALUES ('sheet', 'fiche-google-reclamer', 'Fiche', 'visibility', 'sheet', 0)",
      )
      .run();
    note({ kind: "google_profile", state: "to_claim", checkedOn: "2026-11-20" });
    expect(start(["reclamer-la-fiche-google", "avoir-son-site", "remettre-le-site-en-marche"])).toEqual({ added: 2 });
    const [first] = listActions(facilitator, gite.id);
    expect(first).toMatchObject({ title: "Réclamer votre fiche Google", theme: "visibility", dueOn: "2027-07-02" });
    expect(first).toMatchObject({ origin: "measure:reclamer-la-fiche-google", resourceId: "sheet", minutes: 30 });
    expect(first?.steps.map((step) => step.isDone)).toEqual([false, false, false, false]);
    expect(start(["reclamer-la-fiche-google"])).toEqual({ added: 0 });
    expect(measuresOf(facilitator, gite).kept.map(({ measure }) => measure.id)).toContain("reclamer-la-fiche-google");
    expect(describeMeasures(facilitator, [{ ...gite, kind: "rental" }]).kept).toContain("Réclamer votre fiche Google (à faire)");
  });

  it("speaks the language of the provider's people", () => {
    const { facilitator, gite, start } = setUp();
    sqlite()
      .prepare("INSERT INTO contacts (id, owner_id, provider_id, name, locale, created_at) VALUES (?, ?, ?, 'Ann', 'en', 0)")
      .run(newId(), gite.ownerId, gite.id);
    start(["avoir-son-site"]);
    expect(listActions(facilitator, gite.id)[0]?.title).toBe("Open a website in your own name");
  });

  it("is read within one's own office alone", () => {
    const { gite } = setUp();
    const other = setUp();
    expect(listRecordEvidence(other.facilitator, gite)).toEqual([]);
    expect(stepsOfMeasures(other.facilitator, gite, ["avoir-son-site"])).toEqual([]);
    expect(listRecordEvidence(makeProviderLogin(other.facilitator, other.gite), gite)).toEqual([]);
  });
});

describe("what a record says", () => {
  it("asks about what nobody noted, and holds it against nobody", () => {
    const { facilitator, gite } = setUp();
    const said = listRecordEvidence(facilitator, gite);
    expect(said.map((one) => one.code)).toEqual([
      "websiteUnknown",
      "googleProfileUnknown",
      "bookingUnknown",
      "reviewsUnknown",
      "socialUnknown",
      "monthsUnknown",
      "registrationUnknown",
    ]);
    expect(said.some((one) => one.isNoted)).toBe(false);
  });

  it("follows what is noted, and says nothing of what works", () => {
    const { note, codes, placeId } = setUp();
    note({ kind: "website", url: "https://gite.example", state: "active", checkedOn: "2026-11-20" });
    note({ kind: "google_profile", state: "to_claim", checkedOn: "2026-11-20" });
    note({ kind: "social", service: "facebook", url: "https://facebook.example/gite", state: "dormant" });
    expect(codes()).toEqual([
      "googleProfileToClaim",
      "socialDormant",
      "bookingUnknown",
      "reviewsUnknown",
      "monthsUnknown",
      "registrationUnknown",
    ]);
    sqlite().prepare("UPDATE channels SET url = 'http://gite.example', checked_on = '2025-11-23' WHERE kind = 'website'").run();
    expect(codes()).toEqual(expect.arrayContaining(["websitePlainHttp", "checkOld"]));
    sqlite().prepare("UPDATE channels SET state = 'broken' WHERE kind = 'website'").run();
    expect(codes()).toContain("websiteBroken");
    expect(codes()).not.toContain("websitePlainHttp");
    sqlite()
      .prepare(
        "INSERT INTO establishment_labels (id, establishment_id, label, ends_on) VALUES ('l', ?, 'Accueil Vélo', '2027-05-24')",
      )
      .run(placeId);
    expect(codes()).toContain("labelEnds");
    sqlite().prepare("UPDATE establishment_labels SET ends_on = '2027-05-25'").run();
    expect(codes()).not.toContain("labelEnds");
  });

  it("tells a listing that every source took off, and nothing of what is closed", () => {
    const { facilitator, gite, codes, placeId } = setUp();
    const identity = sqlite().prepare(
      "INSERT INTO establishment_identities (owner_id, establishment_id, source, external_id, removed_by_source_on) VALUES (?, ?, ?, ?, ?)",
    );
    identity.run(gite.ownerId, placeId, "apidae", "1", "2026-10-01");
    expect(listRecordEvidence(facilitator, gite).find((one) => one.code === "listingRemoved")?.day).toBe("2026-10-01");
    identity.run(gite.ownerId, placeId, "datatourisme", "2", null);
    expect(codes()).not.toContain("listingRemoved");
    sqlite()
      .prepare(
        "INSERT INTO establishment_states (id, establishment_id, state, from_on, created_at) VALUES ('s', ?, 'closed', '2026-11-24', 9e15)",
      )
      .run(placeId);
    expect(codes()).toEqual([]);
  });
});
