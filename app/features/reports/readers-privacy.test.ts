import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { queueMail } from "~/email/outbox.server";
import { exportProvider } from "~/features/own-data/export.queries.server";
import { requestSchema } from "~/features/own-data/model";
import { answerRequest, askAboutData } from "~/features/own-data/requests.commands.server";
import { getRequest } from "~/features/own-data/requests.queries.server";
import { getProvider } from "~/features/providers/queries.server";
import { setClock } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeContact } from "~/testing/factories/record";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { scheduleReports } from "./schedule.commands.server";
import { listReaders } from "./schedule.queries.server";
import { makeDueReports } from "./scheduled.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const all = (sql: string, ...values: unknown[]) =>
  sqlite()
    .prepare<unknown[], unknown>(sql)
    .pluck()
    .all(...values);
const mail = (ownerId: string, recipient: string) =>
  queueMail({ ownerId, recipient, kind: "report", subject: "Rapport d’activité", html: "", text: "" });

it("keeps no address of who receives reports or made views: people by their id, and nobody who left", () => {
  const office = makeOrganisation();
  const director = makeMember(office.id, "director");
  const facilitator = makeMember(office.id, "facilitator");
  const own = authorize(director, "report.schedule", { ...office, seasonWeeks: [] });
  const id = newId();
  scheduleReports(director, own, { id, period: "month", readers: [director.userId, facilitator.userId] });
  for (const table of ["report_readers", "report_schedules", "shared_views", "saved_views"]) {
    const columns = all("SELECT name FROM pragma_table_info(?)", table);
    expect(
      columns.filter((name) => /mail|address|recipient|phone/.test(String(name))),
      table,
    ).toEqual([]);
  }
  const readers = () => all("SELECT user_id FROM report_readers WHERE schedule_id = ?", id);
  expect(readers()).toHaveLength(2);
  sqlite().prepare("UPDATE memberships SET ends_on = '2026-11-25' WHERE user_id = ?").run(facilitator.userId);
  setClock(() => Date.parse("2026-11-27T10:00:00Z"));
  makeDueReports();
  expect(readers()).toEqual([director.userId]);
  // Back at the office, they get nothing that nobody chose for them again.
  sqlite().prepare("UPDATE memberships SET ends_on = NULL WHERE user_id = ?").run(facilitator.userId);
  expect(listReaders({ id, ownerId: office.id }).map((one) => one.id)).toEqual([director.userId]);
});

it("erases the mails that a provider's people received, a report's too, and leaves those of the office's people", () => {
  setClock(() => Date.parse("2026-11-24T10:00:00Z"));
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const host = makeProviderLogin(facilitator, gite);
  const staff = String(all("SELECT email FROM users WHERE id = ?", facilitator.userId)[0]);
  makeContact(facilitator, gite, { name: "Odile Fontanel", email: "odile@lecteurs.example" });
  makeContact(facilitator, gite, { name: "Anaïs Berthou", email: staff });
  for (const address of ["odile@lecteurs.example", staff, "autre@lecteurs.example"]) mail(office.id, address);
  expect(JSON.stringify(exportProvider(host, gite.id, { reviewedAt: null }))).toContain("odile@lecteurs.example");
  const row = authorize(host, "ownData.ask", getProvider(host, gite.id));
  const { id } = askAboutData(host, row, requestSchema.parse({ id: newId(), kind: "erasure" }));
  const asked = authorize(facilitator, "ownData.answer", getRequest(facilitator, id));
  answerRequest(facilitator, asked, { answer: "erase", reply: "" });
  const left = all("SELECT recipient FROM mails WHERE kind = 'report' AND owner_id = ? ORDER BY recipient", office.id);
  expect(left).toEqual(["autre@lecteurs.example", staff].sort());
});
