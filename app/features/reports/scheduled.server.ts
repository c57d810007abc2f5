import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { loadActor } from "~/auth/load-actor.server";
import { run } from "~/commands/run.server";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { activityReports, reportSchedules } from "~/db/schema/reports.server";
import { renderMail } from "~/email/layout";
import { queueMail } from "~/email/outbox.server";
import { translator } from "~/i18n/translate";
import { enqueue } from "~/jobs/queue.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { writeReport } from "./commands.server";
import { makeDocumentFor } from "./documents.server";
import { isSchedulePeriod, lastEnded } from "./model";
import { getReport } from "./queries.server";
import { forgetReadersWhoLeft } from "./schedule.commands.server";
import { listMailStates, listReaders, listRunningSchedules, type Schedule } from "./schedule.queries.server";

/** A period that ended is reported from this hour on, in the office's zone: whoever logs late in the evening is counted. */
const hour = 7;

/** Makes the report of each schedule whose period has ended, once, and asks for its mails. */
export function makeDueReports(): void {
  for (const schedule of listRunningSchedules()) makeDue(schedule);
}

function makeDue(schedule: Schedule): void {
  forgetReadersWhoLeft(schedule);
  const actor = makerOf(schedule);
  const days = dueDays(schedule);
  if (!actor || !days || !isSchedulePeriod(schedule.period)) return;
  const { period } = schedule;
  const command = { name: "report.makeScheduled", id: `${schedule.id}/${days.to}`, input: days, ownerId: schedule.ownerId };
  run(actor, command, ({ now: at }) => {
    const id = newId();
    const office = { id: schedule.ownerId, name: schedule.office };
    writeReport(actor, office, { id, period, days, at, scheduleId: schedule.id });
    const finished = { state: "finished" as const, finishedAt: at, finishedById: actor.userId };
    db().update(activityReports).set(finished).where(eq(activityReports.id, id)).run();
    db().update(reportSchedules).set({ madeUntil: days.to }).where(eq(reportSchedules.id, schedule.id)).run();
    for (const reader of listReaders(schedule)) {
      const payload = { reportId: id, scheduleId: schedule.id, userId: reader.id };
      enqueue({ kind: "reports.mail", payload, dedupeKey: `reports.mail/${id}/${reader.id}` });
    }
    return { id };
  });
}

/** Whoever asked, as long as they head the office: a report reads the figures with their rights. */
export function makerOf(schedule: Pick<Schedule, "createdById" | "ownerId">): Actor | undefined {
  const actor = loadActor(schedule.createdById);
  return actor && can(actor, "report.schedule", schedule) ? actor : undefined;
}

/** The period that has ended and is not made yet. */
function dueDays({ period, zone, seasonWeeks, madeUntil }: Schedule) {
  if (!isSchedulePeriod(period)) return undefined;
  const ended = lastEnded(period, dayIn(zone, now() - hour * 3_600_000), seasonWeeks);
  return ended && ended.to > madeUntil ? ended : undefined;
}

interface Told {
  reportId: string;
  scheduleId: string;
  userId: string;
}

/** The id of the mail that tells a reader of a report: one each, whatever runs again. */
export const mailIdOf = ({ reportId, userId }: Pick<Told, "reportId" | "userId">): string =>
  createHash("sha256").update(`report/${reportId}/${userId}`).digest("hex").slice(0, 32);

/** Writes a reader's mail, the report as a PDF in their language; nothing where it is written, or where they left. */
export async function mailReport(told: Told): Promise<void> {
  const id = mailIdOf(told);
  if (listMailStates([id]).length > 0) return;
  const schedule = listRunningSchedules().find((one) => one.id === told.scheduleId);
  const actor = schedule && makerOf(schedule);
  const reader = schedule && listReaders(schedule).find((one) => one.id === told.userId);
  if (!schedule || !actor || !reader) return;
  const report = { ...getReport(actor, told.reportId), locale: reader.locale };
  const { name, title, summary, bytes } = await makeDocumentFor(actor, report, { format: "pdf", audience: "office" });
  const t = translator(reader.locale);
  const { appUrl } = config();
  const mayOpen = can(loadActor(reader.id) ?? actor, "report.view", report);
  const message = renderMail({
    locale: reader.locale,
    subject: t("schedules:mail.subject", { title, office: report.office }),
    greeting: t("mails:hello", { name: reader.name }),
    paragraphs: [t("schedules:mail.text", { title, office: report.office }), summary].filter(Boolean),
    ...(mayOpen ? { button: { label: t("schedules:mail.button"), url: `${appUrl}${paths.activityReport(report.id)}` } } : {}),
    after: [t("schedules:mail.attached")],
    foot: [t("schedules:mail.why", { name: actor.name }), t("mails:why", { url: appUrl })],
  });
  const attachment = { name, mediaType: "application/pdf", base64: bytes.toString("base64") };
  run(actor, { name: "report.mail", id, input: told, ownerId: report.ownerId }, () => {
    queueMail({ id, ownerId: report.ownerId, recipient: reader.email, kind: "report", attachments: [attachment], ...message });
    return { id };
  });
}
