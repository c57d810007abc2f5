import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { sqlite } from "~/db/client.server";
import { queueMail } from "~/email/outbox.server";
import { exportMails } from "~/features/notifications/sent-export.server";
import { exportCorrections } from "~/features/providers/corrections-export.server";
import { refreshProvider } from "~/features/providers/refresh.commands.server";
import { countOpening } from "~/features/resources/marks.commands.server";
import { exportUsage } from "~/features/resources/usage-export.server";
import { exportFeedback } from "~/features/workshops/feedback-export.server";
import { ForbiddenError, NotFoundError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeResource } from "~/testing/factories/resource";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { actorOf, grantTo, makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { sheetsOf } from "~/testing/read-sheets";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const asked = (path: string) => new Request(`http://localhost${path}`);
const lists = [exportCorrections, exportMails, exportUsage, exportFeedback];

const firstSheet = async (table: ExportedTable) => (await sheetsOf(table))[0]?.data ?? [];
const textOf = async (table: ExportedTable) => JSON.stringify(await sheetsOf(table));

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Camille Lartigue" });
  const director = makeMember(office.id, "director");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  return { office, facilitator, director, gite };
}

/** The source says another name than the one typed. */
function differ(gite: { id: string }): void {
  const establishment = sqlite().prepare("SELECT id FROM establishments WHERE provider_id = ?").pluck().get(gite.id);
  sqlite()
    .prepare("INSERT INTO establishment_source_values VALUES (?, 'datatourisme', 'name', 'Gite des pins', 1)")
    .run(establishment);
  refreshProvider(gite.id);
}

function giveOpinion(
  workshop: { id: string; ownerId: string },
  given: { name: string; isQuotable: boolean; deed: string },
): void {
  const { id } = makeRegistration(workshop, { name: given.name });
  sqlite()
    .prepare(
      `INSERT INTO workshop_feedback (id, owner_id, workshop_id, registration_id, moment, usefulness, pace, deed, would_recommend, comment, is_quotable, created_at)
       VALUES (?, ?, ?, ?, 'end', 4, 'right', ?, 1, '', ?, 1)`,
    )
    .run(newId(), workshop.ownerId, workshop.id, id, given.deed, given.isQuotable ? 1 : 0);
}

describe("lists of their own pages as files", () => {
  it("hold what is to report to the information system, with which one, both values and the day", async () => {
    const { facilitator, gite } = setUp();
    differ(gite);
    const rows = await firstSheet(exportCorrections(facilitator, asked("/providers/sit-corrections/export.xlsx")));
    expect(rows[0]).toEqual(["Établissement", "Système", "Champ", "Dans le SIT", "À écrire", "Corrigé le", "Qui s’en charge"]);
    expect(rows[1]).toEqual([
      "Gîte des Pins",
      "DATAtourisme",
      "Nom",
      "Gite des pins",
      "Gîte des Pins",
      new Date("2026-11-24T00:00:00Z"),
      null,
    ]);
  });

  it("hold every row of a list that is longer than its page", async () => {
    const { facilitator, gite } = setUp();
    const differing = sqlite().prepare(
      `INSERT INTO source_corrections (id, owner_id, establishment_id, source, field, old_value, new_value, created_at)
       SELECT ?, owner_id, id, 'apidae', ?, 'a', 'b', 1 FROM establishments WHERE provider_id = ?`,
    );
    for (let at = 0; at < 301; at++) differing.run(newId(), `socials.${at}`, gite.id);
    const table = exportCorrections(facilitator, asked("/"));
    const rows = await firstSheet(table);
    expect(table.total).toBe(301);
    expect(new Set(rows.slice(1).map((row) => row[2])).size).toBe(301);
  });

  it("hold the mails of the list's filters, their hour as an hour, and never a text", async () => {
    const { office, facilitator, gite } = setUp();
    const mail = {
      ownerId: office.id,
      recipient: "odile@gite.example",
      subject: "Votre plan",
      html: "<p>Secret</p>",
      text: "Secret",
    };
    queueMail({ ...mail, kind: "digest", providerId: gite.id });
    const rows = await firstSheet(exportMails(facilitator, asked("/mails/export.xlsx?view=waiting")));
    expect(rows).toHaveLength(2);
    expect(rows[1]?.[0]).toBeInstanceOf(Date);
    expect(rows[1]).toEqual(expect.arrayContaining(["Récapitulatif", "Votre plan", "Gîte des Pins", "odile@gite.example"]));
    expect(exportMails(facilitator, asked("/mails/export.xlsx?view=failed")).total).toBe(0);
    expect(exportMails(facilitator, asked("/mails/export.xlsx?view=unsent")).total).toBe(0);
    expect(await textOf(exportMails(facilitator, asked("/mails/export.xlsx")))).not.toContain("Secret");
  });

  it("hold how often each resource served, as numbers and without a name", async () => {
    const { office, facilitator, gite } = setUp();
    const sheet = makeResource(facilitator, { id: office.id, ownerId: office.id }, { title: "Répondre aux avis" });
    countOpening(makeProviderLogin(facilitator, gite), sheet.id);
    const table = exportUsage(facilitator, asked("/resources/usage/export.xlsx"));
    const rows = await firstSheet(table);
    expect(rows.find(([title]) => title === "Répondre aux avis")?.slice(2)).toEqual([1, 1, 0, 0, 0]);
    expect(rows).toHaveLength(table.total + 1);
  });

  it("hold the opinions on the workshops, named only where they may be quoted", async () => {
    const { office, director, facilitator } = setUp();
    const workshop = makeWorkshop(facilitator, office, { title: "Photographier avec son téléphone" });
    giveOpinion(workshop, { name: "Odile Bardet", isQuotable: true, deed: "Refaire mes photos" });
    giveOpinion(workshop, { name: "Yves Castaing", isQuotable: false, deed: "Trier" });
    const table = exportFeedback(director, asked("/workshops/feedback/export.xlsx"));
    const rows = await firstSheet(table);
    expect(table.total).toBe(2);
    expect(rows.slice(1).map((row) => [row[4], row[7], row[10]])).toEqual(
      expect.arrayContaining([
        [4, "Refaire mes photos", expect.stringContaining("Odile Bardet")],
        [4, "Trier", null],
      ]),
    );
    expect(JSON.stringify(rows)).not.toContain("Castaing");
  });

  it("hold nothing of another office, and are for facilitators and directors", async () => {
    const { office, facilitator, gite } = setUp();
    differ(gite);
    queueMail({ ownerId: office.id, recipient: "odile@gite.example", subject: "Votre plan", html: "", text: "", kind: "digest" });
    giveOpinion(makeWorkshop(facilitator, office), { name: "Odile Bardet", isQuotable: true, deed: "Refaire mes photos" });
    const stranger = makeMember(makeOrganisation().id, "director");
    for (const make of lists) {
      const text = await textOf(make(stranger, asked("/")));
      for (const own of ["Gîte des Pins", "odile@gite.example", "Refaire mes photos"]) expect(text).not.toContain(own);
    }
    const { userId } = makeMember(makeOrganisation().id, "facilitator");
    grantTo(userId, office.id, "coordinator");
    expect(await textOf(exportFeedback(actorOf(userId), asked("/")))).not.toContain("Refaire mes photos");
    const others: Actor[] = [makeMember(office.id, "colleague"), makeProviderLogin(facilitator, gite)];
    for (const other of others) {
      expect(() => exportCorrections(other, asked("/"))).toThrow(NotFoundError);
      for (const make of [exportMails, exportUsage, exportFeedback])
        expect(() => make(other, asked("/"))).toThrow(ForbiddenError);
    }
  });
});
