import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { now, setClock } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { carryOutHandovers, handOver, undoHandover } from "./handover.commands.server";
import { getHandover, listPortfolio } from "./handover.queries.server";
import { describeReferents } from "./handover-page.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  setClock(() => Date.parse("2026-11-24T10:00:00Z"));
  const office = makeOrganisation();
  const former = makeMember(office.id, "facilitator", { name: "Anaïs" });
  const next = makeMember(office.id, "facilitator", { name: "Yoann" });
  const director = makeMember(office.id, "director");
  const [one, two] = [makeProvider(former, office), makeProvider(former, office)];
  const pass = (given: object = {}) => {
    const people = { fromUserId: former.userId, toUserId: next.userId };
    const input = { id: newId(), ...people, startsOn: "2026-11-24", note: "", notes: [], providerIds: [one.id], ...given };
    handOver(director, authorize(director, "provider.handOver", office), input);
    return input.id;
  };
  const followed = (who: typeof former) => listPortfolio(director, who.userId).map((row) => row.id);
  const undo = (id: string) => undoHandover(director, authorize(director, "provider.handOver", getHandover(director, id, now())));
  return { office, former, next, director, one, two, pass, followed, undo };
}
const addressOf = (userId: string) =>
  sqlite().prepare<[string], string>("SELECT email FROM users WHERE id = ?").pluck().get(userId) ?? "";

describe("handing providers over", () => {
  it("passes the ticked ones today, keeps who followed with the note, and tells both", () => {
    const { former, next, director, one, two, pass, followed } = setUp();
    pass({ note: "Préfère le téléphone." });
    expect(followed(next)).toEqual([one.id]);
    expect(followed(former)).toEqual([two.id]);
    const [line] = describeReferents(director, one.id);
    expect(line).toMatchObject({ note: "Préfère le téléphone.", text: expect.stringMatching(/^Yoann depuis/) });
    expect(lastMailTo(addressOf(next.userId))?.text).toContain("Anaïs vous confie 1 prestataire");
    expect(lastMailTo(addressOf(former.userId))?.text).toContain("Yoann suivra 1 de vos prestataires");
  });

  it("keeps a word of its own for each, and tells it to whoever takes over alone", () => {
    const { former, next, director, one, two, pass } = setUp();
    const notes = [
      { providerId: one.id, text: "Appeler après 18 h." },
      { providerId: two.id, text: "Attend son nouveau site." },
    ];
    pass({ note: "Bonne suite.", notes });
    expect(describeReferents(director, one.id)[0]?.note).toBe("Appeler après 18 h.\nBonne suite.");
    expect(describeReferents(director, two.id)).toEqual([]);
    const told = lastMailTo(addressOf(next.userId))?.text;
    expect(told).toContain("«\u00a0Appeler après 18\u00a0h.\u00a0»");
    expect(told).toContain(`/providers/${one.id}`);
    expect(told).not.toContain("nouveau site");
    expect(lastMailTo(addressOf(former.userId))?.text).not.toContain("Appeler après");
  });

  it("waits for a day to come, and happens on it once", () => {
    const { next, one, pass, followed } = setUp();
    pass({ startsOn: "2026-12-01" });
    carryOutHandovers();
    expect(followed(next)).toEqual([]);
    setClock(() => Date.parse("2026-12-01T06:00:00Z"));
    carryOutHandovers();
    expect(followed(next)).toEqual([one.id]);
    expect(carryOutHandovers().done).toBe(0);
  });

  it("that is planned happens on the office's own day", () => {
    const { office, next, one, pass, followed } = setUp();
    sqlite().prepare("UPDATE organisations SET zone = 'Indian/Reunion' WHERE id = ?").run(office.id);
    pass({ startsOn: "2026-12-01" });
    setClock(() => Date.parse("2026-11-30T21:30:00Z"));
    carryOutHandovers();
    expect(followed(next)).toEqual([one.id]);
    sqlite().prepare("UPDATE organisations SET zone = 'America/Guadeloupe' WHERE id = ?").run(office.id);
    const third = makeMember(office.id, "facilitator");
    pass({ startsOn: "2026-12-02", fromUserId: next.userId, toUserId: third.userId });
    setClock(() => Date.parse("2026-12-02T02:00:00Z"));
    carryOutHandovers();
    expect(followed(next)).toEqual([one.id]);
  });

  it("is taken back within thirty days, planned or done, and not after", () => {
    const { former, next, one, two, pass, followed, undo } = setUp();
    undo(pass({ providerIds: [one.id, two.id] }));
    expect(followed(former)).toHaveLength(2);
    undo(pass({ startsOn: "2026-12-01" }));
    setClock(() => Date.parse("2026-12-02T06:00:00Z"));
    carryOutHandovers();
    expect(followed(next)).toEqual([]);
    const late = pass({ startsOn: "2026-12-02" });
    setClock(() => Date.parse("2027-01-03T06:00:00Z"));
    expect(() => undo(late)).toThrow(NotFoundError);
  });

  it.each([
    ["a day gone by", { startsOn: "2026-11-23" }, "handoverPast"],
    ["one who does not coach there", { toUserId: "nobody" }, "successor"],
    ["a provider that is not theirs", { providerIds: ["other"] }, "notTheirs"],
  ])("refuses %s, and nothing changes", (_label, given, key) => {
    const { former, pass, followed } = setUp();
    expect(() => pass(given)).toThrow(expect.objectContaining({ key }));
    expect(followed(former)).toHaveLength(2);
  });

  it("is out of sight of another office", () => {
    const { former, pass } = setUp();
    const id = pass();
    const stranger = setUp().director;
    expect(() => getHandover(stranger, id, now())).toThrow(NotFoundError);
    expect(listPortfolio(stranger, former.userId)).toEqual([]);
  });
});
