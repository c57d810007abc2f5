import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { ConflictError, ForbiddenError, NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { describeWatch } from "./describe.server";
import { letterHtml, letterText } from "./letter.model";
import { countOpening, markResource } from "./marks.commands.server";
import { getMarks, listKept, listUsage } from "./marks.queries.server";
import { getResource } from "./queries.server";
import { reportSchema } from "./report.form";
import { correctReport, tellExperience, withdrawReport } from "./reports.commands.server";
import { getReport, listReports } from "./reports.queries.server";
import { syncShippedSheets } from "./shipped.commands.server";
import { addWatchItem, followFeed, keepWatchItem, leaveWatchItem, proposeEntries } from "./watch.commands.server";
import { watchFeedSchema, watchItemSchema } from "./watch.form";
import { getWatchItem, listFeeds, listProposals, listWatch } from "./watch.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const host = makeProviderLogin(facilitator, makeProvider(facilitator, office));
  return { office, facilitator, host, colleague: makeMember(office.id, "colleague") };
}

describe("an experience report", () => {
  const told = {
    title: "Au bistrot",
    theme: "visibility",
    context: "Personne ne venait.",
    done: "Quatre matinées.",
    result: "Vingt fiches.",
  };

  it("is read by colleagues of the network, never by a provider, and corrected by its office alone", () => {
    const { office, facilitator, host } = setUp();
    const stranger = setUp();
    const input = reportSchema.parse({ id: newId(), ...told });
    tellExperience(facilitator, authorize(facilitator, "report.write", office), input);
    expect(listReports(stranger.colleague, {}).rows.map((row) => row.report.id)).toContain(input.id);
    expect(listReports(host, {}).rows).toEqual([]);
    expect(() => getReport(host, input.id)).toThrow(NotFoundError);
    expect(() => authorize(stranger.facilitator, "report.write", getReport(stranger.facilitator, input.id).report)).toThrow(
      ForbiddenError,
    );
    const mine = authorize(facilitator, "report.write", getReport(facilitator, input.id).report);
    correctReport(facilitator, mine, { ...input, version: 1, result: "Vingt-trois fiches." });
    expect(() => correctReport(facilitator, mine, { ...input, version: 1 })).toThrow(ConflictError);
    withdrawReport(facilitator, mine);
    expect(() => getReport(facilitator, input.id)).toThrow(NotFoundError);
  });
});

describe("the watch", () => {
  const news = (title: string, forKinds: string[] = []) =>
    watchItemSchema.parse({
      id: newId(),
      url: "https://veille.example/a",
      title,
      why: "À relayer",
      theme: "legal",
      forKinds,
      publishedOn: "2026-11-20",
    });

  it("shows what the office kept to its staff, and to nobody else", () => {
    const { office, facilitator, colleague, host } = setUp();
    addWatchItem(facilitator, authorize(facilitator, "watch.keep", office), news("Cookies"));
    expect(listWatch(colleague, {}).rows.map((row) => row.title)).toEqual(["Cookies"]);
    expect(listWatch(host, {}).rows).toEqual([]);
    expect(listWatch(setUp().facilitator, {}).rows).toEqual([]);
    expect(() => authorize(colleague, "watch.keep", office)).toThrow(ForbiddenError);
  });

  it("keeps for a kind what is meant for it or for all, and makes a letter of it without a tag of its own", () => {
    const { office, facilitator } = setUp();
    const may = authorize(facilitator, "watch.keep", office);
    addWatchItem(facilitator, may, news("Pour tous"));
    addWatchItem(facilitator, may, news("Pour les <b>campings</b>", ["camping"]));
    expect(listWatch(facilitator, { forKind: "rental" }).rows.map((row) => row.title)).toEqual(["Pour tous"]);
    const { rows } = describeWatch(facilitator, { forKind: "camping" });
    expect(letterText(rows, "Bonjour")).toContain("Bonjour\n\nPour les <b>campings</b>\nhttps://veille.example/a");
    expect(letterHtml(rows, "<i>")).toContain("<p>&lt;i&gt;</p>");
    expect(letterHtml(rows)).toContain("Pour les &lt;b&gt;campings&lt;/b&gt;");
    expect(letterHtml([{ title: "a", url: 'https://x.example/"onclick', summary: "" }])).toContain("&quot;onclick");
  });

  it("proposes each entry of a feed once, until it is kept with a reason or left", () => {
    const { office, facilitator, colleague } = setUp();
    const may = authorize(facilitator, "watch.keep", office);
    followFeed(
      facilitator,
      may,
      watchFeedSchema.parse({ id: newId(), url: "https://fil.example/rss", title: "Fil", theme: "legal" }),
    );
    const [feed] = listFeeds(facilitator);
    if (!feed) throw new Error("no feed");
    const entry = { externalId: "1", url: "https://fil.example/1", title: "Une règle", summary: "", publishedOn: undefined };
    expect(proposeEntries(feed, [entry, { ...entry, externalId: "2", url: "https://fil.example/2", title: "Une pub" }])).toBe(2);
    expect(proposeEntries(feed, [entry])).toBe(0);
    expect(listProposals(colleague)).toEqual([]);
    const [one, other] = listProposals(facilitator);
    if (!one || !other) throw new Error("two proposals");
    const kept = authorize(facilitator, "watch.keep", getWatchItem(facilitator, one.id));
    keepWatchItem(facilitator, kept, { ...news(one.title), id: one.id, version: 1 });
    leaveWatchItem(facilitator, authorize(facilitator, "watch.keep", getWatchItem(facilitator, other.id)));
    expect(listProposals(facilitator)).toEqual([]);
    expect(listWatch(colleague, {}).rows.map((row) => row.title)).toEqual([one.title]);
    expect(() => getWatchItem(setUp().facilitator, one.id)).toThrow(NotFoundError);
  });
});

describe("what readers think of a resource", () => {
  it("is each one's own, the last word stands, and its office sees counts without names", () => {
    syncShippedSheets("content/sheets");
    const { facilitator, host } = setUp();
    const sheet = getResource(host, "taxe-de-sejour");
    for (const intent of ["useful", "not_useful", "done", "keep"] as const) markResource(host, sheet, intent);
    expect(getMarks(host, sheet.id)).toEqual({ isKept: true, isDone: true, isUseful: false });
    expect(getMarks(facilitator, sheet.id)).toEqual({ isKept: false, isDone: false, isUseful: null });
    expect(listKept(host).map((row) => row.slug)).toEqual(["taxe-de-sejour"]);
    for (const reader of [host, host, facilitator]) countOpening(reader, sheet.id);
    const usage = listUsage(facilitator).rows;
    expect(usage.find((row) => row.slug === "taxe-de-sejour")).toMatchObject({
      times: 3,
      byProviders: 2,
      useful: 0,
      notUseful: 1,
      done: 1,
    });
    expect(usage[0]).toMatchObject({ times: 0 });
  });
});
