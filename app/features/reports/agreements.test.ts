import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { changeGoal } from "~/features/dashboards/goal.commands.server";
import { goalSchema } from "~/features/dashboards/goal.form";
import { getGoal } from "~/features/dashboards/goal.queries.server";
import { NotFoundError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeFunder, makeGoal } from "~/testing/factories/goal";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { readPdf } from "~/testing/read-pdf";
import { makeAgreementDocument } from "./agreement-documents.server";
import { describeAgreement, describeAgreements, getAgreement } from "./agreements.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

/** A funder to whom two sessions and ten hours are promised; two sessions of an hour were held, and the target was lowered. */
function setUp() {
  const office = makeOrganisation({ name: "Office des Pertuis" });
  const facilitator = makeMember(office.id, "facilitator");
  const director = makeMember(office.id, "director", { name: "Cécile Hourtin" });
  const gite = makeProvider(facilitator, office);
  for (const heldOn of ["2026-03-02", "2026-04-02"])
    makeSession(facilitator, office, { providers: [gite.id], heldOn, duration: 60 });
  const funderId = makeFunder(director, office, "Région Atlantique");
  const id = makeGoal(director, office, { figure: "sessions", target: 3, funderId });
  const posted = { id, version: 1, figure: "sessions", target: 2, startsOn: "2026-01-01", endsOn: "2026-12-31", funderId };
  const reason = "Avenant de juin";
  changeGoal(director, authorize(director, "goal.set", getGoal(director, id)), goalSchema.parse({ ...posted, reason }));
  makeGoal(director, office, { figure: "contact", target: 10, endsOn: "2026-10-31", funderId });
  makeGoal(director, office, { figure: "reached", target: 50 });
  return { office, facilitator, director, funderId };
}

describe("an agreement of objectives", () => {
  it("says which figures are promised to whom, by when, and how far they are", () => {
    const { facilitator, funderId } = setUp();
    const [agreement, ...others] = describeAgreements(facilitator);
    expect(others).toEqual([]);
    expect(agreement).toMatchObject({
      id: funderId,
      funder: "Région Atlantique",
      summary: "2 promesses\u00a0: 1 tenue, 1 non tenue.",
    });
    expect(agreement?.promises).toMatchObject([
      { name: "Séances", by: "31 décembre 2026", target: "2", value: "2", pace: "Atteint", isWarning: false },
      { name: "Temps avec les prestataires", by: "31 octobre 2026", target: "10\u00a0h", value: "2\u00a0h", isWarning: true },
    ]);
  });

  it("leaves as a tagged PDF with what was changed of it and what is counted", async () => {
    const { director, funderId } = setUp();
    const { name, body } = await makeAgreementDocument(director, funderId, "pdf");
    expect(name).toBe("Convention avec Région Atlantique.pdf");
    const { text, isTagged, roles, language } = await readPdf(Buffer.from(body));
    expect({ isTagged, language }).toEqual({ isTagged: true, language: "fr" });
    expect(roles).toEqual(expect.arrayContaining(["H1", "H2", "P", "Table", "TH", "TD"]));
    for (const words of ["Office des Pertuis", "2 promesses", "Avenant de juin", "À atteindre : 3, puis 2", "Ce qui est compté"])
      expect(text).toContain(words);
  });

  it("leaves as numbers: one row a promise, hours for a time", async () => {
    const { director, funderId } = setUp();
    const csv = String((await makeAgreementDocument(director, funderId, "csv")).body);
    expect(csv).toContain("Séances;Région Atlantique;2026-01-01;2026-12-31;2;2;");
    const { body } = await makeAgreementDocument(director, funderId, "xlsx");
    const [, , hours] = (await readXlsxFile(Buffer.from(body)))[0]?.data ?? [];
    expect(hours?.slice(4, 8)).toEqual([10, 2, "heures", 0.2]);
  });

  it("tells its funder no count of one to four providers, which the office's page gives", async () => {
    const { office, director, funderId } = setUp();
    makeGoal(director, office, { figure: "reached", target: 20, funderId });
    const shown = describeAgreement(director, getAgreement(director, funderId)).promises;
    expect(shown.find(({ target }) => target === "20")).toMatchObject({ value: "1", share: "5\u00a0%" });
    const csv = String((await makeAgreementDocument(director, funderId, "csv")).body);
    expect(csv).toContain(";20;moins de 5;nombre;;");
    const { text } = await readPdf(Buffer.from((await makeAgreementDocument(director, funderId, "pdf")).body));
    expect(text).toContain("moins de 5");
  });

  it("is unknown elsewhere, to a colleague, and where nothing is promised", async () => {
    const { office, director, funderId } = setUp();
    for (const other of [makeMember(makeOrganisation().id, "director"), makeMember(office.id, "colleague")]) {
      expect(describeAgreements(other)).toEqual([]);
      await expect(makeAgreementDocument(other, funderId, "csv")).rejects.toThrow(NotFoundError);
    }
    expect(() => getAgreement(director, makeFunder(director, office, "Département"))).toThrow(NotFoundError);
  });
});
