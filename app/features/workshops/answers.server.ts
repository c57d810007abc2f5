import { asc, eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { workshopAnswers, workshopQuestions } from "~/db/schema/workshops.server";
import { RuleError } from "~/lib/errors";

export function readQuestions(workshopId: string) {
  return db()
    .select()
    .from(workshopQuestions)
    .where(eq(workshopQuestions.workshopId, workshopId))
    .orderBy(asc(workshopQuestions.position))
    .all();
}

export function readAnswers(registrationId: string): ReadonlyMap<string, string> {
  const rows = db().select().from(workshopAnswers).where(eq(workshopAnswers.registrationId, registrationId)).all();
  return new Map(rows.map((row) => [row.questionId, row.answer]));
}

type Question = ReturnType<typeof readQuestions>[number];

/** Keeps the answers to this workshop's own questions. Throws RuleError `answerRequired`, `unknownAnswer` for a choice that is none. */
export function writeAnswers(workshopId: string, registrationId: string, given: Readonly<Record<string, string>>): void {
  db().delete(workshopAnswers).where(eq(workshopAnswers.registrationId, registrationId)).run();
  for (const question of readQuestions(workshopId)) {
    const answer = given[question.id]?.trim() ?? "";
    checkAnswer(question, answer);
    if (answer !== "") db().insert(workshopAnswers).values({ registrationId, questionId: question.id, answer }).run();
  }
}

function checkAnswer(question: Question, answer: string): void {
  const refuse = (key: string) => new RuleError(key, { label: question.label }, `answers.${question.id}`);
  if (answer === "" && question.isRequired) throw refuse("answerRequired");
  if (answer === "" || question.kind === "text") return;
  const offered = question.kind === "choice" ? question.choices : ["yes", "no"];
  if (!offered.includes(answer)) throw refuse("unknownAnswer");
}
