import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { themeName } from "~/features/coaching/lines";
import { listNeighbours } from "~/features/coaching/people.queries.server";
import { themeCodes } from "~/features/themes/model";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { establishmentKinds, levels } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { chooseInvited, invitationStates, mostAtOnce, withheldReasons } from "./invitations.model";
import { type ListedInvitation, listCalls, listInvitations } from "./invitations.queries.server";
import { getInvitingOffice } from "./inviting-office.server";
import { isOpenState } from "./model";
import { type Need, needSchema } from "./need.form";
import { type ListedCandidate, listCandidates, listKnownAddresses, listProviderCommunes } from "./need.queries.server";
import { getWorkshop } from "./queries.server";
import { describeParts } from "./when.server";

/** The page's need, as its address says it; what the owner had in mind where it says nothing. */
export function needOf(params: URLSearchParams, called: string | undefined): Need {
  const typed = Object.fromEntries([...params].filter(([name, value]) => name in needSchema.shape && value !== ""));
  const isAsked = Object.keys(typed).length > 0 || params.has("asked");
  const given = isAsked ? typed : Object.fromEntries(new URLSearchParams(called ?? ""));
  const parsed = needSchema.safeParse(given);
  return parsed.success ? parsed.data : {};
}

/** « Inviter »: whom the need finds, who would get a mail, who would not and why, and the answers so far. */
export function readInvitations(actor: Actor, workshopId: string, params: URLSearchParams) {
  const row = getWorkshop(actor, workshopId);
  const office = getInvitingOffice(actor, row, params.get("office"));
  const calls = listCalls(row.id);
  const call = calls.find((one) => one.organisationId === office.id);
  const need = needOf(params, call?.need);
  const candidates = listCandidates(office, row.id, need);
  const round = { ...listKnownAddresses(row.id), withSeason: params.get("inSeason") === "on" };
  const selection = chooseInvited(
    candidates.map((one) => one.candidate),
    round,
  );
  const invitations = listInvitations(row.id, office.id);
  const isOwner = can(actor, "workshop.plan", row) && office.id === row.ownerId;
  const t = translator(actor.locale);
  return {
    id: row.id,
    title: row.title,
    dates: describeParts(actor.locale, row.parts, row.zone).join(t("common:semicolon")),
    office: { id: office.id, name: office.name },
    isOpen: isOpenState(row.state) && now() < row.startsAt - row.closesMinutes * 60_000,
    need,
    query: new URLSearchParams(need).toString(),
    inSeason: round.withSeason,
    formId: newId(),
    reminderId: newId(),
    choices: choicesOf(actor, office),
    found: t("invitations:found", { count: candidates.length }),
    isCut: candidates.length === mostAtOnce,
    ...describeSelection(actor, candidates, selection),
    answers: describeAnswers(actor, invitations, row.zone),
    offices: isOwner ? describeOffices(actor, row, calls) : null,
    callId: newId(),
  };
}

function choicesOf(actor: Actor, office: { id: string; zone: string }) {
  const t = translator(actor.locale);
  return {
    theme: themeCodes.map((value) => ({ value, label: themeName(actor.locale, value) })),
    by: (["sessions", "plan"] as const).map((value) => ({ value, label: t(`invitations:by.${value}`) })),
    level: levels.map((value) => ({ value, label: t(`invitations:levels.${value}`) })),
    kind: establishmentKinds.map((value) => ({ value, label: t(`kinds:${value}`) })),
    commune: listProviderCommunes(office).map(({ value, label }) => ({ value, label })),
    seen: (["3", "6", "12", "24", "never"] as const).map((value) => ({ value, label: t(`invitations:seen.${value}`) })),
  };
}

function describeSelection(actor: Actor, candidates: readonly ListedCandidate[], selection: ReturnType<typeof chooseInvited>) {
  const t = translator(actor.locale);
  const { chosen, withheld } = selection;
  const invited = candidates.flatMap((one) => {
    const addresses = chosen.filter((row) => row.providerId === one.id).map((row) => row.email);
    return addresses.length === 0 ? [] : [{ ...describeCandidate(actor, one), addresses: addresses.join(", ") }];
  });
  const names = new Map(candidates.map((one) => [one.id, one.name]));
  return {
    invited,
    mails: t("invitations:mails", { count: chosen.length }),
    send: t("invitations:send", { count: invited.length }),
    withheld: withheldReasons.flatMap((reason) => {
      const some = withheld.filter((one) => one.reason === reason);
      if (some.length === 0) return [];
      const people = some.map((one) => ({
        id: one.providerId,
        name: names.get(one.providerId) ?? "",
        to: paths.provider(one.providerId),
      }));
      return [{ reason, title: t(`invitations:withheld.${reason}`, { count: some.length }), people }];
    }),
  };
}

function describeCandidate(actor: Actor, one: ListedCandidate) {
  const t = translator(actor.locale);
  const seen = one.lastOn ? t("invitations:lastSeen", { day: formatDay(actor.locale, one.lastOn) }) : t("invitations:neverSeen");
  return { id: one.id, name: one.name, context: [t(`kinds:${one.kind}`), one.commune, seen].filter(Boolean).join(" · ") };
}

function describeAnswers(actor: Actor, invitations: readonly ListedInvitation[], zone: string) {
  const t = translator(actor.locale);
  const silent = invitations.filter((one) => one.mayBeReminded).length;
  return {
    rows: invitations.map((one) => ({
      id: one.id,
      name: one.provider ?? "",
      to: one.providerId ? paths.provider(one.providerId) : null,
      address: [one.contact, one.email].filter(Boolean).join(" · "),
      sent: [
        t("invitations:sentOn", { day: formatDay(actor.locale, dayIn(zone, one.createdAt)) }),
        one.remindedAt ? t("invitations:remindedOn", { day: formatDay(actor.locale, dayIn(zone, one.remindedAt)) }) : "",
      ]
        .filter(Boolean)
        .join(", "),
      state: one.state,
      stateName: t(`invitations:states.${one.state}`),
    })),
    counts: invitationStates.flatMap((state) => {
      const count = invitations.filter((one) => one.state === state).length;
      return count > 0 ? [t(`invitations:counts.${state}`, { count })] : [];
    }),
    remind: silent > 0 ? t("invitations:remind", { count: silent }) : null,
  };
}

/** The other offices around: those that have the invitation, and those that may get it. */
function describeOffices(actor: Actor, row: { ownerId: string; zone: string }, calls: ReturnType<typeof listCalls>) {
  const t = translator(actor.locale);
  const called = new Set(calls.map((one) => one.organisationId));
  return {
    called: calls.map((one) => ({
      id: one.organisationId,
      text: one.sentAt
        ? t("invitations:offices.sent", { name: one.name, day: formatDay(actor.locale, dayIn(row.zone, one.sentAt)) })
        : t("invitations:offices.waiting", { name: one.name }),
    })),
    others: listNeighbours({ id: row.ownerId })
      .filter((one) => one.id !== row.ownerId && !called.has(one.id))
      .map((one) => ({ value: one.id, label: one.name })),
  };
}
export type InvitationsPage = ReturnType<typeof readInvitations>;
