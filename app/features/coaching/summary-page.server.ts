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
  id: string;
  contacts: readonly string[];
  subject: string;
  body: string;
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
  const drafted = { id: newId(), contacts: chosenFirst(people), ...draftSummary(shown, language) };
  const { contacts: chosen, ...texts } = asked.typed ?? drafted;
  return {
    ...texts,
    sessionId: session.id,
    language,
    languages: locales.map((code) => ({ code, name: t(`coachingLog:summary.languages.${code}`) })),
    day: formatDay(actor.locale, session.heldOn, "long"),
    contacts: people.map(({ id, name, email, provider, locale }) => ({
      id,
      label: name,
      context: [provider, email, t(`coachingLog:summary.languages.${locale}`)].filter(Boolean).join(" · "),
      isChosen: chosen.includes(id),
    })),
    sent: listSent(actor, session),
  };
}

/** Those who were named at the session; the only contact there is, named or not. */
function chosenFirst(people: readonly { id: string; isHere: boolean }[]): string[] {
  return people.filter((one) => one.isHere || people.length === 1).map((one) => one.id);
}

function listSent(actor: Actor, session: Session): SummaryFormData["sent"] {
  const t = translator(actor.locale);
  return listSummaries(actor, session.id).map(({ id, name, at, state }) => ({
    id,
    text: t("coachingLog:summary.sentLine", {
      name,
      when: formatInstant(actor.locale, at, session.zone),
      state: state ? t(`coachingLog:summary.states.${state}`) : "",
    }),
  }));
}
