import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { db } from "~/db/client.server";
import { communes, epcis, organisations, tags } from "~/db/schema/organisations.server";
import { auditEntries } from "~/db/schema/work.server";
import { ConflictError, ForbiddenError, NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { settingsSchema } from "./form";
import { changeCommunes, saveSettings, shareNamedProviders } from "./settings.commands.server";
import { getSettings, listCoveredCommunes, listWords, searchEpcis } from "./settings.queries.server";
import { addOrganisation } from "./tree.commands.server";
import { listTree } from "./tree.queries.server";
import { parseWeeks, weeksBetween, writeWeeks } from "./weeks.model";
import { changeWord } from "./words.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const territory = makeOrganisation({ kind: "territory" });
  const place = makeOrganisation({ parentId: territory.id });
  const director = makeMember(place.id, "director");
  const administrator = makeMember(territory.id, "administrator");
  const office = authorize(director, "organisation.settings", getSettings(director, null));
  return { territory, place, director, administrator, office };
}

const typed = (over: object = {}) =>
  settingsSchema.parse({
    version: 1,
    name: "Office du Médoc",
    zone: "Europe/Paris",
    shortAdviceMinutes: "20",
    defaultDurations: "60, 15, 15",
    seasonWeeks: "27-35",
    ...over,
  });

const read = (id: string) => db().select().from(organisations).where(eq(organisations.id, id)).get();

describe("an office's settings", () => {
  it("are the director's and the administrator's, and nobody else's", () => {
    const { place, territory, director, administrator } = setUp();
    const other = setUp();
    expect(getSettings(director, place.id).id).toBe(place.id);
    expect(getSettings(administrator, place.id).id).toBe(place.id);
    for (const role of ["facilitator", "colleague"] as const) {
      expect(() => getSettings(makeMember(place.id, role), place.id)).toThrow(NotFoundError);
    }
    expect(() => getSettings(makeMember(territory.id, "coordinator"), place.id)).toThrow(NotFoundError);
    expect(() => getSettings(other.director, place.id)).toThrow(NotFoundError);
    expect(() => getSettings(director, newId())).toThrow(NotFoundError);
  });

  it("are saved once a version, and say when the limit of a short advice moved", () => {
    const { director, office } = setUp();
    expect(saveSettings(director, office, typed())).toEqual({ isLimitMoved: true });
    expect(read(office.id)).toMatchObject({ name: "Office du Médoc", defaultDurations: [15, 60], version: 2 });
    expect(() => saveSettings(director, office, typed({ name: "Autre" }))).toThrow(ConflictError);
    expect(saveSettings(director, office, typed({ version: 2, website: "www.medoc.example" }))).toEqual({ isLimitMoved: false });
    expect(read(office.id)?.website).toBe("https://www.medoc.example");
  });

  it("leave the kind to an administrator", () => {
    const { director, administrator, office } = setUp();
    expect(() => saveSettings(director, office, typed({ kind: "network" }))).toThrow(ForbiddenError);
    const asAdministrator = authorize(administrator, "organisation.settings", getSettings(administrator, office.id));
    saveSettings(administrator, asAdministrator, typed({ kind: "branch" }));
    expect(read(office.id)?.kind).toBe("branch");
  });

  it("refuse unreadable weeks, durations, zones, and half a season", () => {
    const wrong = [{ seasonWeeks: "60" }, { defaultDurations: "1h" }, { zone: "Asia/Tokyo" }, { seasonFrom: "2026-07-01" }];
    const base = { version: 1, name: "Office", zone: "Europe/Paris", shortAdviceMinutes: "15" };
    for (const one of wrong) expect(settingsSchema.safeParse({ ...base, ...one }).success).toBe(false);
    expect(settingsSchema.parse({ ...base, seasonFrom: "2026-07-06", seasonTo: "2026-07-19" }).seasonWeeks).toEqual([28, 29]);
  });

  it("write each change of sharing in the audit log, and a repeated one changes nothing", () => {
    const { director, office } = setUp();
    shareNamedProviders(director, office, true);
    shareNamedProviders(director, office, true);
    expect(read(office.id)).toMatchObject({ sharesNamedProviders: true, version: 2 });
    const entry = and(eq(auditEntries.command, "organisation.shareNamedProviders"), eq(auditEntries.ownerId, office.id));
    expect(db().select().from(auditEntries).where(entry).all()[0]?.actorId).toBe(director.userId);
    shareNamedProviders(director, office, false);
    expect(read(office.id)?.sharesNamedProviders).toBe(false);
  });
});

describe("the communes covered", () => {
  it("come one by one or as a whole EPCI, once each, without the merged ones", () => {
    const { director, office } = setUp();
    const code = newId();
    db().insert(epcis).values({ code, name: "CC Essai", searchText: "cc essai" }).run();
    const row = { searchText: "x", departement: "33", epciCode: code };
    const make = (inseeCode: string, name: string, currentInseeCode: string | null) =>
      db()
        .insert(communes)
        .values({ ...row, inseeCode, name, currentInseeCode })
        .run();
    make("Z1", "Aaa", null);
    make("Z2", "Bbb", null);
    make("Z3", "Ccc", "Z2");
    expect(searchEpcis("cc essai")).toEqual([{ code, name: "CC Essai", communes: 2 }]);
    expect(changeCommunes(director, office, { communes: ["Z1"] })).toEqual({ added: 1 });
    expect(changeCommunes(director, office, { communes: [], epci: code })).toEqual({ added: 1 });
    expect(() => changeCommunes(director, office, { communes: ["Z3"] })).toThrow("unknownCommune");
    changeCommunes(director, office, { communes: [], remove: "Z1" });
    expect(listCoveredCommunes(office.id).map((one) => one.inseeCode)).toEqual(["Z2"]);
  });
});

describe("funders and tags", () => {
  it("are added, renamed and ended; an ended one comes back under its old id", () => {
    const { director, office } = setUp();
    const id = newId();
    changeWord(director, office, { list: "tag", intent: "add", id, name: "Été" });
    expect(() => changeWord(director, office, { list: "tag", intent: "add", id: newId(), name: "ete" })).toThrow("wordTaken");
    changeWord(director, office, { list: "tag", intent: "end", id, name: "" });
    expect(listWords(office.id, "tag")).toEqual([]);
    changeWord(director, office, { list: "tag", intent: "add", id: newId(), name: "ete" });
    expect(listWords(office.id, "tag")).toEqual([{ id, name: "ete" }]);
    changeWord(director, office, { list: "tag", intent: "rename", id, name: "Saison" });
    expect(db().select().from(tags).where(eq(tags.id, id)).get()?.name).toBe("Saison");
  });

  it("of another office are not found", () => {
    const { director, office } = setUp();
    const other = setUp();
    const id = newId();
    changeWord(other.director, other.office, { list: "funder", intent: "add", id, name: "Région" });
    expect(() => changeWord(director, office, { list: "funder", intent: "end", id, name: "" })).toThrow(NotFoundError);
    expect(listWords(other.office.id, "funder")).toHaveLength(1);
  });
});

describe("weeks", () => {
  it("are read and written as runs, over the new year too", () => {
    expect(parseWeeks("27-29, 52-1;8")).toEqual([1, 8, 27, 28, 29, 52, 53]);
    expect(writeWeeks([29, 27, 28, 52])).toBe("27-29, 52");
    for (const text of ["0", "54", "a", "3-"]) expect(parseWeeks(text)).toBeUndefined();
    expect(parseWeeks("")).toEqual([]);
    expect(weeksBetween("2026-12-21", "2027-01-05").sort((a, b) => a - b)).toEqual([1, 52, 53]);
  });
});

describe("an organisation added by an administrator", () => {
  it("stands under its parent with a slug of its own", () => {
    const { administrator, territory } = setUp();
    const allowed = authorize(administrator, "organisation.create", {});
    const add = (parentId: string) =>
      addOrganisation(administrator, allowed, { id: newId(), name: "Office d’Été", kind: "office", parentId }).id;
    const ids = [add(territory.id), add(territory.id)];
    expect(ids.map((id) => read(id)?.slug)).toEqual(["office-d-ete", "office-d-ete-2"]);
    expect(() => add(newId())).toThrow("unknownParent");
    const tree = listTree();
    const top = tree.findIndex((one) => one.id === territory.id);
    expect(tree.slice(top + 1, top + 4).every((one) => one.depth === 1 && one.parentId === territory.id)).toBe(true);
  });

  it("is for nobody else", () => {
    const { director } = setUp();
    expect(() => authorize(director, "organisation.create", {})).toThrow(ForbiddenError);
  });
});
