import type { Actor } from "~/access/actor";
import { can, canSomewhere } from "~/access/can";
import { config } from "~/config.server";
import { describeTiedSteps } from "~/features/action-plans/tied.queries.server";
import { hasOwnShare } from "~/features/coaching/shared.queries.server";
import { listFiles } from "~/features/files/queries.server";
import { findSlug } from "~/features/organisations/slugs.queries.server";
import { translator } from "~/i18n/translate";
import { addDays } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { readAnswers, readQuestions } from "./answers.server";
import { listCertificates } from "./certificates.queries.server";
import { describePoster, peopleText } from "./describe.server";
import { type DeskOffice, listDeskOffices, listWaiting } from "./desk.queries.server";
import { type Match, proposeMatches } from "./matching.queries.server";
import { isAhead, isLiving, isOpenState } from "./model";
import { countPeople, getWorkshop, type ListedRegistration, listRegistrations, type WorkshopWithParts } from "./queries.server";
import { officeChoices } from "./register-page.server";
import { describeOfficeCounts } from "./shares.server";

/** A workshop as its staff see it: the poster, who registered, and what may be done. */
export function readWorkshopPage(actor: Actor, workshopId: string) {
  const row = getWorkshop(actor, workshopId);
  const counts = countPeople([row.id]).get(row.id) ?? { seated: 0, waiting: 0 };
  const people = listRegistrations(actor, row.id);
  const desks = listDeskOffices(actor, row);
  const matches = matchesOf(actor, { row, desks, people });
  const waiting = listWaiting(row.id);
  const slug = findSlug(row.ownerId);
  const isListed = row.audience === "public" && row.state !== "draft";
  return {
    poster: describePoster(actor.locale, { ...row, seated: counts.seated }),
    people: people.map((one) => describePerson(actor, { one, rank: waiting.indexOf(one.id) + 1, match: matches.get(one.id) })),
    counts: peopleText(actor.locale, { ...row, ...counts }),
    offices: describeOfficeCounts(actor, row),
    living: people.filter((one) => isLiving(one.state)).length,
    settings: settingsOf(actor, row),
    publicUrl: isListed ? new URL(paths.publicWorkshop(slug, row.id), config().appUrl).href : undefined,
    video: row.videoUrl,
    steps: can(actor, "workshop.people", row) ? describeTiedSteps(actor, "workshop", row.id) : [],
    files: can(actor, "workshop.export", row) ? filesOf(row.id) : undefined,
    links: [proofsOf(actor, row), sessionOf(actor, row)].filter((link) => link !== undefined),
    nextYear: addDays(row.heldOn, 364),
    hasCertificates: listCertificates(actor, row.id).length > 0,
    cancelNote: translator(actor.locale)("workshops:page.cancelNote", {
      count: people.filter((one) => isLiving(one.state)).length,
    }),
    newId: newId(),
    questions: readQuestions(row.id),
    desks: officeChoices(desks),
    permissions: permissionsOf(actor, row, desks),
  };
}

/** The session that the workshop wrote: whole for who holds it, one's own part where people of one's office were counted. */
function sessionOf(actor: Actor, { sessionId, ownerId }: WorkshopWithParts): PageLink | undefined {
  if (!sessionId) return undefined;
  const label = translator(actor.locale)("workshops:page.session");
  if (can(actor, "workshop.hold", { ownerId })) return { to: paths.coachingSession(sessionId), label };
  return hasOwnShare(actor, sessionId) ? { to: paths.sharedSession(sessionId), label } : undefined;
}

/** The photographed sheet: how many photos, where they stand; undefined without, or for who does not hold the workshop. */
function proofsOf(actor: Actor, row: WorkshopWithParts): PageLink | undefined {
  const count = can(actor, "workshop.hold", row) ? listFiles(actor, "workshop", row.id).length : 0;
  if (count === 0) return undefined;
  return {
    to: `${paths.workshopAttendance(row.id)}#proofs`,
    label: translator(actor.locale)("signing:proof.count", { count }),
  };
}

/** Providers that people may be: the owner's for whoever holds the workshop, a guest office's for those whom it counts, until the session is written. */
function matchesOf(
  actor: Actor,
  { row, desks, people }: { row: WorkshopWithParts; desks: readonly DeskOffice[]; people: readonly ListedRegistration[] },
): Map<string, Match> {
  const own = can(actor, "workshop.hold", row) ? [...proposeMatches(actor, row.ownerId, people)] : [];
  const guests = desks.filter((one) => one.isGuest && row.state !== "held" && can(actor, "workshop.hold", one));
  const theirs = guests.flatMap(({ id }) => [
    ...proposeMatches(
      actor,
      id,
      people.filter((one) => one.organisationId === id),
    ),
  ]);
  return new Map([...own, ...theirs]);
}

interface PageLink {
  to: string;
  label: string;
}

/** Who is registered, as files. */
const filesOf = (id: string) => ({
  xlsx: `${paths.workshopRegistrations(id)}.xlsx`,
  csv: `${paths.workshopRegistrations(id)}.csv`,
});

function permissionsOf(actor: Actor, row: WorkshopWithParts, desks: readonly DeskOffice[]) {
  const { state } = row;
  const names = can(actor, "workshop.people", row);
  return {
    ...planning(actor, row),
    ...holding(actor, row),
    register: desks.length > 0 && isOpenState(state),
    invite: state !== "draft" && canSomewhere(actor, "workshop.invite"),
    people: names || desks.length > 0,
    /** Another office's workshop: one's own people alone are shown. */
    isGuest: !names && desks.length > 0,
    sheet: names && state !== "draft",
  };
}

function planning(actor: Actor, { state, seriesId, ownerId }: WorkshopWithParts) {
  const plans = can(actor, "workshop.plan", { ownerId });
  const isDraft = plans && state === "draft";
  return {
    edit: plans && isAhead(state),
    publish: isDraft,
    publishSeries: isDraft && seriesId !== null,
    copy: plans,
    cancel: plans && (isOpenState(state) || state === "running"),
  };
}

function holding(actor: Actor, { state, ownerId }: WorkshopWithParts) {
  const holds = can(actor, "workshop.hold", { ownerId });
  return { match: holds, certify: holds && state === "held", hold: holds && state !== "draft" && state !== "cancelled" };
}

function settingsOf(actor: Actor, row: WorkshopWithParts): [string, string][] {
  const t = translator(actor.locale);
  const reminders = row.reminders.flatMap((minutes) => {
    const known = ([10_080, 2880, 1440, 120] as const).find((one) => one === minutes);
    return known ? [t(`workshops:form.reminderChoices.${known}`)] : [];
  });
  return [[t("workshops:page.reminders"), reminders.join(", ")] satisfies [string, string]].filter(([, text]) => text !== "");
}

interface Described {
  one: ListedRegistration;
  /** Place on the waiting list, from 1; 0 for who does not wait. */
  rank: number;
  match: Match | undefined;
}

function describePerson(actor: Actor, { one, rank: place, match }: Described) {
  const t = translator(actor.locale);
  const rank = one.state === "waiting" ? ` ${t("workshops:people.rank", { rank: place })}` : "";
  const consent = one.picturesConsent === null ? "" : t(`workshops:people.pictures.${one.picturesConsent ? "yes" : "no"}`);
  const questions = readQuestions(one.workshopId);
  const answers = readAnswers(one.id);
  return {
    id: one.id,
    name: one.name,
    establishment: one.establishment,
    contact: [one.email, one.phone].filter(Boolean).join(" · "),
    state: one.state,
    stateName: one.presence ? t(`coaching:presence.${one.presence}`) : `${t(`workshops:people.states.${one.state}`)}${rank}`,
    notes: [t(`workshops:people.sources.${one.source}`), consent].filter(Boolean).join(" · "),
    answers: questions.flatMap(({ id, label, kind }) => {
      const answer = answers.get(id);
      if (!answer) return [];
      return [`${label} ${kind === "yes_no" ? t(`common:${answer === "yes" ? "yes" : "no"}`) : answer}`];
    }),
    provider: one.providerId && one.provider ? { to: paths.provider(one.providerId), name: one.provider } : null,
    /** The other office that counts this person: who they are is known there. */
    countedBy: one.office ? t("workshops:people.countedBy", { office: one.office }) : "",
    match: match ?? null,
    isLiving: isLiving(one.state),
  };
}
export type DescribedPerson = ReturnType<typeof describePerson>;
