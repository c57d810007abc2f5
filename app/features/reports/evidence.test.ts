import { unzipSync } from "fflate";
import readXlsx from "read-excel-file/node";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { logOtherWork } from "~/features/coaching/other-work.commands.server";
import { storeDrawing } from "~/features/files/drawing.commands.server";
import { closeWorkshop } from "~/features/workshops/attendance.commands.server";
import { openWorkshop } from "~/features/workshops/commands.server";
import { signAttendance } from "~/features/workshops/signatures.commands.server";
import { setClock } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeFinishedReport } from "~/testing/factories/activity-report";
import { makeSession } from "~/testing/factories/session";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { readPdf } from "~/testing/read-pdf";
import type { CriterionCode } from "./evidence.model";
import { makeEvidencePack } from "./evidence-pack.server";
import { resolveAsked } from "./period.server";

openTestDatabase({ at: "2026-12-10T13:05:00Z" });

const query = { period: "custom", from: "2026-01-01", to: "2026-12-10" } as const;

async function drawing(): Promise<string> {
  const mark = { input: { create: { width: 300, height: 6, channels: 4 as const, background: "#1a2330" } }, left: 100, top: 140 };
  const empty = sharp({ create: { width: 800, height: 300, channels: 4, background: "#ffffff00" } });
  return `data:image/png;base64,${(await empty.composite([mark]).png().toBuffer()).toString("base64")}`;
}

/** A held workshop signed by one person, a session of each of two themes, a finished report. */
async function setUp() {
  setClock(() => Date.parse("2026-12-01T09:00:00Z"));
  const office = makeOrganisation({ name: "Office des Pertuis" });
  const facilitator = makeMember(office.id, "facilitator");
  const director = makeMember(office.id, "director");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const workshop = makeWorkshop(facilitator, office, { hasSignatures: "on" });
  const person = { name: "Odile Bardet", establishment: "Hôtel du Port", email: "odile@port.example" };
  const { id } = makeRegistration(workshop, person);
  setClock(() => Date.parse("2026-12-10T13:05:00Z"));
  const held = authorize(facilitator, "workshop.hold", workshop);
  openWorkshop(facilitator, held);
  signAttendance(facilitator, held, { registrationId: id, file: await storeDrawing(await drawing()) });
  setClock(() => Date.parse("2026-12-10T16:05:00Z"));
  closeWorkshop(facilitator, held);
  makeSession(facilitator, office, {
    providers: [gite.id],
    heldOn: "2026-03-02",
    theme: "sustainable",
    privateNote: "À ménager.",
  });
  makeSession(facilitator, office, { providers: [gite.id], heldOn: "2026-03-03", theme: "reputation" });
  const meeting = { id: newId(), kind: "meeting" as const, heldOn: "2026-04-07", duration: 90, note: "" };
  logOtherWork(facilitator, authorize(facilitator, "coaching.log", office), meeting);
  makeFinishedReport(director, office, { period: "month" });
  return { office, facilitator, director };
}

async function packOf(actor: Actor, codes: CriterionCode[], isClear = false) {
  const { body } = makeEvidencePack(actor, resolveAsked(actor, query, "report.evidence"), { codes, isClear });
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  const files = unzipSync(Buffer.concat(parts));
  const find = (word: string) => Buffer.from(Object.entries(files).find(([name]) => name.includes(word))?.[1] ?? []);
  return { names: Object.keys(files), find };
}

describe("an evidence pack", () => {
  it("holds an index, a workbook a criterion, the sheets and the reports, each once", async () => {
    const { director } = await setUp();
    const { names, find } = await packOf(director, ["partners", "support", "opinion"]);
    expect(names).toEqual([
      "0 Index.pdf",
      "Critères/01 Coordonner les partenaires locaux.xlsx",
      "Critères/02 Accompagner les partenaires.xlsx",
      "Critères/03 Demander l’avis des partenaires.xlsx",
      "Feuilles de présence/2026-12-10 Répondre aux avis (1).pdf",
      "Rapports/Rapport d’activité, novembre 2026.pdf",
    ]);
    const index = await readPdf(find("Index"));
    expect(index.isTagged).toBe(true);
    for (const words of [
      "Arrêté du 16 avril 2019",
      "Arrêté du 18 avril 2024",
      "3 séances",
      "1 autre travail noté",
      "1 atelier tenu",
      "Noms, contacts et signatures sont masqués",
    ])
      expect(index.text).toContain(words);
    const [sessions, workshops] = await readXlsx(find("01 "));
    expect(sessions?.data.map((row) => row[2])).toEqual(["Avec", "Gîte des Pins", "Gîte des Pins", null, expect.anything()]);
    expect(workshops?.data[1]).toEqual(expect.arrayContaining(["Répondre aux avis", 1]));
    expect(JSON.stringify([sessions, workshops])).not.toMatch(/ménager|odile@port|Bardet/);
  });

  it("keeps to a criterion's themes", async () => {
    const { facilitator } = await setUp();
    const { find, names } = await packOf(facilitator, ["sober"]);
    const [sessions] = await readXlsx(find("01 "));
    expect(sessions?.data).toHaveLength(2);
    expect(names).toHaveLength(2);
  });

  it("masks people unless asked; a drawn signature leaves for a facilitator alone", async () => {
    const { facilitator, director } = await setUp();
    const masked = await readPdf((await packOf(director, ["support"])).find("présence"));
    expect(masked.text).toContain("O. B.");
    expect(masked.text).not.toMatch(/Bardet|odile@port/);
    const clear = await readPdf((await packOf(director, ["support"], true)).find("présence"));
    expect(clear.text).toContain("Odile Bardet");
    expect(clear.text).toContain("odile@port.example");
    expect(clear.roles).not.toContain("Figure");
    expect((await readPdf((await packOf(facilitator, ["support"], true)).find("présence"))).roles).toContain("Figure");
  });

  it("is not made of another office", async () => {
    const { office } = await setUp();
    const stranger = makeMember(makeOrganisation().id, "director");
    expect(() => resolveAsked(stranger, { ...query, office: office.id }, "report.evidence")).toThrow(NotFoundError);
  });
});
