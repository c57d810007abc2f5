import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { describeTiedSteps } from "~/features/action-plans/tied.queries.server";
import { isReported } from "~/features/figures/reported.queries.server";
import { describeFile } from "~/features/files/lines";
import { listFiles } from "~/features/files/queries.server";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatDuration } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import type { SessionRow } from "./facts.server";
import { listSessionHistory } from "./history.server";
import { takenOverMark, themeName } from "./lines";
import { getCoachingSession, listParticipants } from "./queries.server";
import { listSummaries, readSummaryMatter } from "./summary.queries.server";

/** Everything that a session's page shows, as text; throws NotFoundError out of sight. */
export function readSessionPage(actor: Actor, sessionId: string) {
  const session = getCoachingSession(actor, sessionId);
  const { locale } = actor;
  const t = translator(locale);
  const matter = readSummaryMatter(session);
  const people = listParticipants(actor, session.id);
  return {
    id: session.id,
    title: titleOf(session, locale),
    context: contextOf(session, locale),
    times: timesOf(session, locale),
    note: session.note,
    privateNote: can(actor, "coaching.readPrivateNote", session) ? session.privateNote : "",
    people: people.map((one) => describeParticipant(locale, one)),
    headCount: session.headCount > 0 ? t("coaching:people", { count: session.headCount }) : "",
    facilitator: matter.author?.name ?? "",
    steps: describeTiedSteps(actor, "session", session.id),
    resources: matter.resources.map(({ title, slug }) => ({ title, to: paths.resource(slug) })),
    files: listFiles(actor, "coaching_session", session.id).map((file) => describeFile(locale, file)),
    history: listSessionHistory(actor, session),
    ...waysOn(actor, session),
    isReported: isReported(session.ownerId, [session.heldOn]),
    planTo: startingPlan(actor, session, people),
  };
}

/** « Gîte des Pins », « Aline Sarrazin, son fils · Meublé de tourisme, gîte, Hourtin »; « excusé » where no one came. */
function describeParticipant(locale: Locale, one: ReturnType<typeof listParticipants>[number]) {
  const t = translator(locale);
  const place = [one.kind ? t(`kinds:${one.kind}`) : "", one.commune].filter(Boolean).join(", ");
  const office = one.organisationId ? t("sessionForm:officeKind") : "";
  const context = [one.people.join(", "), place || (one.userId ? t("sessionForm:colleague") : office)];
  return {
    key: one.providerId ?? one.userId ?? one.organisationId ?? one.name,
    to: one.providerId ? paths.provider(one.providerId) : undefined,
    name: one.name,
    context: context.filter(Boolean).join(" · "),
    presence: one.presence === "present" ? "" : t(`coaching:presence.${one.presence}`),
  };
}

/** Where a plan is started for those who were there; undefined where nobody's plan is the actor's to edit. */
function startingPlan(actor: Actor, session: SessionRow, people: readonly { providerId: string | null }[]): string | undefined {
  const isTheirs = people.some((one) => one.providerId !== null) && can(actor, "plan.edit", session);
  return isTheirs ? paths.startPlan({ session: session.id }) : undefined;
}

interface WaysOn {
  isSummarised: boolean;
  filesTo?: string;
  summaryTo?: string;
  editOtherTo?: string;
  /** The session that may be corrected, done again, deleted here. */
  correctId?: string;
}

/** Where one goes on from here: files, the summary, the form of an other work. */
function waysOn(actor: Actor, session: SessionRow): WaysOn {
  const isOther = session.kind === "other_work";
  const isSummarised = !isOther && listSummaries(actor, session.id).length > 0;
  if (!can(actor, "coaching.correct", session)) return { isSummarised };
  const filesTo = paths.sessionFiles(session.id);
  return isOther
    ? { isSummarised, filesTo, editOtherTo: paths.editOtherWork(session.id) }
    : { isSummarised, filesTo, summaryTo: paths.sessionSummary(session.id), correctId: session.id };
}

function titleOf(session: SessionRow, locale: Locale): string {
  const t = translator(locale);
  if (session.otherWorkKind) return t(`coaching:otherWork.${session.otherWorkKind}`);
  return session.title ?? t("coaching:page.untitled", { day: formatDay(locale, session.heldOn, "spoken") });
}

function contextOf(session: SessionRow, locale: Locale): string {
  const t = translator(locale);
  const words = [
    formatDay(locale, session.heldOn, "long"),
    session.channel ? t(`coaching:channels.${session.channel}`) : "",
    session.theme && isTheme(session.theme) ? themeName(locale, session.theme) : "",
    takenOverMark(locale, session),
  ];
  return words.filter(Boolean).join(" · ");
}

function timesOf(session: SessionRow, locale: Locale): string {
  const t = translator(locale);
  const { durationMinutes, preparationMinutes, travelMinutes, travelKilometres } = session;
  const words = [
    formatDuration(durationMinutes),
    preparationMinutes > 0 ? t("coaching:page.preparation", { duration: formatDuration(preparationMinutes) }) : "",
    travelMinutes > 0 ? t("coaching:page.travel", { duration: formatDuration(travelMinutes) }) : "",
    travelKilometres > 0 ? `${travelKilometres}\u00a0km` : "",
  ];
  return words.filter(Boolean).join(" · ");
}
