import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { formatDay, formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { locales } from "~/lib/vocabulary";
import type { SummaryFormData } from "./components/summary-form";
import { getCoachingSession } from "./queries.server";
import { listSummaries, listSummaryContacts } from "./summary.queries.server";
import { draftSummary } from "./summary.server";

/** A session that a summary can be sent of; other work has nobody to write to. Throws NotFoundError, ForbiddenError. */
export function getSessionToSummarise(actor: Actor, sessionId: string) {
  const session = authorize(actor, "coaching.correct", getCoachingSession(actor, sessionId));
  if (session.kind === "other_work") throw new NotFoundError("coachingSession");
  return session;
}

type Session = ReturnType<typeof getSessionToSummarise>;
interface Typed {
  id?: string | undefined;
  contacts?: readonly string[];
  subject?: string | undefined;
  body?: string | undefined;
}

/** The summary's page: the draft in the first contact's language or the asked one, who can get it, what was sent. */
export function readSummaryPage(
  actor: Actor,
  session: Session,
  asked: { language?: string | null; typed?: Typed },
): SummaryFormData {
  const t = translator(actor.locale);
  const people = listSummaryContacts(actor, session);
  const language = locales.find((one) => one === asked.language) ?? people[0]?.locale ?? "fr";
  const { privateNote: _neverRead, ...shown } = session;
  const draft = draftSummary(shown, language);
  const { typed } = asked;
  const chosen = typed?.contacts ?? people.filter((one) => one.isHere || people.length === 1).map((one) => one.id);
  return {
    id: typed?.id ?? newId(),
    sessionId: session.id,
    language,
    languages: locales.map((code) => ({ code, name: t(`coachingLog:summary.languages.${code}`) })),
    subject: typed?.subject ?? draft.subject,
    body: typed?.body ?? draft.body,
    day: formatDay(actor.locale, session.heldOn, "long"),
    contacts: people.map(({ id, name, email, provider, locale }) => ({
      id,
      label: name,
      context: [provider, email, t(`coachingLog:summary.languages.${locale}`)].filter(Boolean).join(" · "),
      isChosen: chosen.includes(id),
    })),
    sent: listSummaries(actor, session.id).map((one) => ({
      id: one.id,
      text: t("coachingLog:summary.sentLine", {
        name: one.name,
        when: formatInstant(actor.locale, one.at, session.zone),
        state: one.state ? t(`coachingLog:summary.states.${one.state}`) : "",
      }),
    })),
  };
}
