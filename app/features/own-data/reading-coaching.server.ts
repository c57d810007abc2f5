import { formatDuration, formatList } from "~/i18n/format";
import type { ExportedData } from "./export.queries.server";
import { entry, type ReadEntry, type ReadSection } from "./reading.model";
import type { Reader } from "./reading.server";

type Step = ExportedData["steps"][number];

/** Sessions with their notes, those that other offices held, and what was written after them. */
export function readCoaching(data: ExportedData, { t, day, at, theme }: Reader): ReadSection {
  const channel = (code: ExportedData["sessions"][number]["channel"]) => (code ? t(`coaching:channels.${code}`) : "");
  const sessions = data.sessions.map((session) => ({
    ...entry(
      [day(session.heldOn), session.title].filter(Boolean).join(" · "),
      [
        [t("dataReading:duration"), formatDuration(session.durationMinutes)],
        [t("dataReading:channel"), channel(session.channel)],
        [t("dataReading:theme"), theme(session.theme)],
        [t("dataReading:presence"), t(`coaching:presence.${session.presence}`)],
      ],
      [
        [t("dataReading:note"), session.note],
        [t("dataReading:privateNote"), session.privateNote],
      ],
    ),
    sessionId: session.id,
  }));
  const elsewhere = data.sessionsElsewhere.map((session) =>
    entry([day(session.heldOn), session.title].filter(Boolean).join(" · "), [
      [t("dataReading:heldBy"), session.office],
      [t("dataReading:duration"), formatDuration(session.durationMinutes)],
      [t("dataReading:channel"), channel(session.channel)],
      [t("dataReading:theme"), theme(session.theme)],
    ]),
  );
  const summaries = data.summaries.map((summary) =>
    entry(
      t("dataReading:summaryOf", { day: at(summary.createdAt) }),
      [[t("dataReading:subject"), summary.subject]],
      [[t("dataReading:text"), summary.body]],
    ),
  );
  return { key: "sessions", title: t("dataReading:sections.sessions"), entries: [...sessions, ...elsewhere, ...summaries] };
}

/** Steps with what was answered and written about each. */
export function readPlan(data: ExportedData, reader: Reader): ReadSection {
  return {
    key: "plan",
    title: reader.t("dataReading:sections.plan"),
    entries: data.steps.map((step) => readStep(step, data, reader)),
  };
}

function readStep(step: Step, data: ExportedData, { t, day, at, theme, locale }: Reader): ReadEntry {
  const answers = data.answers.filter((answer) => answer.actionId === step.id);
  const comments = data.comments.filter((comment) => comment.actionId === step.id);
  return entry(
    step.title,
    [
      [t("dataReading:state"), step.publishedAt === null ? t("dataReading:draft") : t(`actionPlans:states.${step.state}`)],
      [t("dataReading:theme"), theme(step.theme)],
      [t("dataReading:doneBy"), t(`actionPlans:doers.${step.doneBy}`)],
      [t("dataReading:due"), day(step.dueOn)],
      [t("dataReading:doneOn"), day(step.doneOn)],
      [t("dataReading:seenAt"), at(step.seenAt)],
      [
        t("dataReading:smaller"),
        formatList(
          locale,
          step.steps.map(({ title }) => title),
        ),
      ],
      [
        t("dataReading:files"),
        formatList(
          locale,
          data.files.filter((file) => file.subjectId === step.id).map((file) => file.name),
        ),
      ],
    ],
    [
      [t("dataReading:why"), step.why],
      [t("dataReading:how"), step.how],
      ...answers.map(({ state, way, saidOn, comment, link }): [string, string] => [
        t("dataReading:answerOf", { day: day(saidOn) }),
        [`${t(`actionPlans:states.${state}`)}, ${t(`actionPlans:ways.${way}`)}`, comment, link].filter(Boolean).join("\n"),
      ]),
      ...comments.map((comment): [string, string] => [
        t(comment.isFromProvider ? "dataReading:wordOf" : "dataReading:officeWordOf", { day: at(comment.createdAt) }),
        [comment.text, comment.deletedAt ? `(${t("dataReading:deleted")})` : ""].filter(Boolean).join(" "),
      ]),
    ],
  );
}
