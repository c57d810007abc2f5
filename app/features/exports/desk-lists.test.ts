import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { requestSchema } from "~/features/own-data/model";
import { askAboutData } from "~/features/own-data/requests.commands.server";
import { exportRequests } from "~/features/own-data/requests-export.server";
import { helpSchema } from "~/features/providers/message-form";
import { askHelp } from "~/features/providers/messages.commands.server";
import { getProviderForDesk } from "~/features/providers/messages.queries.server";
import { proposeCorrection } from "~/features/providers/proposals.commands.server";
import { proposalSchema } from "~/features/providers/proposals.form";
import { getProvider } from "~/features/providers/queries.server";
import { exportReports } from "~/features/resources/reports-export.server";
import { exportWatch } from "~/features/resources/watch-export.server";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeContact } from "~/testing/factories/record";
import { makeReport } from "~/testing/factories/report";
import { makeNews } from "~/testing/factories/resource";
import { actorOf, grantTo, makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { sheetsOf } from "~/testing/read-sheets";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const asked = (path: string) => new Request(`http://localhost${path}`);

const rowsOf = async (table: ExportedTable) => (await sheetsOf(table))[0]?.data.slice(1) ?? [];

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Camille Lartigue" });
  const director = makeMember(office.id, "director");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  return { office, facilitator, director, gite };
}

/** A host asks a question, proposes a number and wants its data. */
function askAll({ facilitator, gite }: ReturnType<typeof setUp>) {
  const contact = makeContact(facilitator, gite, { name: "Odile Bardet" });
  const host = makeProviderLogin(facilitator, gite);
  const question = helpSchema.parse({ id: newId(), kind: "question", text: "Comment changer mes horaires ?", theme: "website" });
  const desk = authorize(host, "message.ask", getProviderForDesk(host, gite.id, "message.ask"));
  askHelp(host, desk, { ...question, contactId: contact.id });
  const given = { id: newId(), subject: "contact", subjectId: contact.id, field: "phone", newValue: "01 99 00 12 34" };
  proposeCorrection(host, authorize(host, "provider.propose", getProvider(host, gite.id)), proposalSchema.parse(given));
  const wanted = requestSchema.parse({ id: newId(), kind: "access", text: "Tout relire" });
  askAboutData(host, authorize(host, "ownData.ask", getProvider(host, gite.id)), wanted);
}

describe("what the office reads day by day, as files", () => {
  it("holds the requests that wait, with their hour, their day and what each page section shows", async () => {
    const world = setUp();
    askAll(world);
    const table = exportRequests(world.facilitator, asked("/requests/export.xlsx"));
    const rows = await rowsOf(table);
    const hour = new Date("2026-11-24T11:00:00Z").getTime();
    // A sheet holds an hour as a part of a day: exact to the millisecond.
    for (const [at] of rows) expect(Math.abs(Number(at) - hour)).toBeLessThan(10);
    expect(rows.map(([_at, ...rest]) => rest)).toEqual([
      ["Gîte des Pins", "Question", "Site internet", "Comment changer mes horaires ?", null, null, null, "reçue"],
      ["Gîte des Pins", "Correction proposée", "Téléphone", null, null, "01 99 00 12 34", null, "en attente"],
      ["Gîte des Pins", "Accès à mes données", null, "Tout relire", null, null, new Date("2026-12-24T00:00:00Z"), "en attente"],
    ]);
    expect(table.total).toBe(3);
    // Questions and requests about data are the facilitators' to answer; corrections are the head's too.
    expect((await rowsOf(exportRequests(world.director, asked("/")))).map((row) => row[2])).toEqual(["Correction proposée"]);
  });

  it("holds every proposal of a list that is longer than its page", async () => {
    const { facilitator, office, gite } = setUp();
    const proposing = sqlite().prepare(
      `INSERT INTO record_proposals (id, owner_id, provider_id, subject, subject_id, field, new_value, comment, created_at, reply)
       VALUES (?, ?, ?, 'contact', 'x', 'phone', ?, '', 1, '')`,
    );
    for (let at = 0; at < 121; at++) proposing.run(newId(), office.id, gite.id, `n${at}`);
    const table = exportRequests(facilitator, asked("/"));
    expect(table.total).toBe(121);
    expect(new Set((await rowsOf(table)).map((row) => row[6])).size).toBe(121);
  });

  it("holds the news of the page's filters, with definitions and what was asked", async () => {
    const { facilitator, office } = setUp();
    makeNews(facilitator, office, { title: "Une carte à jour", forKinds: ["camping"] });
    makeNews(facilitator, office, { title: "Nos avis", theme: "reputation" });
    const sheets = await sheetsOf(exportWatch(facilitator, asked("/resources/watch/export.xlsx?theme=visibility&skip=30")));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Veille", "Définitions", "Filtres"]);
    expect(sheets[0]?.data.slice(1)).toEqual([
      [
        new Date("2026-03-01T00:00:00Z"),
        "Une carte à jour",
        expect.any(String),
        "Camping",
        null,
        "Nos plages y sont.",
        expect.stringContaining("https://veille.example/"),
      ],
    ]);
    expect(sheets[2]?.data.map(([term]) => term)).toContain("Thème");
    expect(exportWatch(facilitator, asked("/")).total).toBe(2);
  });

  it("holds the experience reports of the network, part by part, and who tells them", async () => {
    const { facilitator, office } = setUp();
    makeReport(facilitator, office);
    const elsewhere = makeMember(makeOrganisation().id, "director");
    const told = (await rowsOf(exportReports(elsewhere, asked("/")))).filter((row) => row[7] === "Camille Lartigue");
    expect(told[0]?.slice(0, 2)).toEqual([new Date("2026-11-24T00:00:00Z"), "Un livret d’accueil à trois"]);
    expect(told[0]?.[5]).toBe("Moitié moins d’appels le soir de l’arrivée.");
    expect(exportReports(elsewhere, asked("/?theme=reputation")).total).toBe(0);
  });

  it("holds nothing of another office, and is for facilitators and directors", async () => {
    const world = setUp();
    askAll(world);
    makeNews(world.facilitator, world.office);
    const { userId } = makeMember(makeOrganisation().id, "facilitator");
    grantTo(userId, world.office.id, "colleague");
    const strangers = [makeMember(makeOrganisation().id, "director"), actorOf(userId)];
    for (const make of [exportRequests, exportWatch])
      for (const stranger of strangers) {
        expect(await rowsOf(make(stranger, asked("/")))).toEqual([]);
        expect(make(stranger, asked("/")).total).toBe(0);
      }
    const host = makeProviderLogin(world.facilitator, world.gite);
    const others: Actor[] = [makeMember(world.office.id, "colleague"), makeMember(world.office.id, "coordinator"), host];
    for (const other of others)
      for (const make of [exportRequests, exportWatch, exportReports])
        expect(() => make(other, asked("/"))).toThrow(ForbiddenError);
  });
});
