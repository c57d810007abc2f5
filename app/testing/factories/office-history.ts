import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { correctCoachingSession, deleteCoachingSession, restoreCoachingSession } from "~/features/coaching/commands.server";
import type { SessionInput } from "~/features/coaching/form";
import { getCoachingSession, getDeletedCoachingSession } from "~/features/coaching/queries.server";
import { takeOverSession, withdrawTakenOver } from "~/features/coaching/taken-over.commands.server";
import { shareSession } from "~/features/coaching/workshop-sessions.commands.server";
import { mergeProviders } from "~/features/duplicates/commands.server";
import { mergeSchema } from "~/features/duplicates/form";
import { resummariseOffice } from "~/features/figures/commands.server";
import { listEstablishmentRecords, listStates } from "~/features/providers/establishments.queries.server";
import { getProvider } from "~/features/providers/queries.server";
import { recordState, removeState } from "~/features/providers/states.commands.server";
import { newId } from "~/lib/ids";
import { makeEstablishment } from "~/testing/factories/record";
import { makeSession, sessionInput } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";

type Presence = "present" | "excused" | "absent";
/** What a session says, its people by their place among the office's four providers. */
export interface Content
  extends Pick<
    SessionInput,
    "heldOn" | "duration" | "theme" | "channel" | "preparation" | "travel" | "travelKilometres" | "headCount"
  > {
  who: { place: number; presence: Presence }[];
}

interface People {
  supports: number;
  excused: number;
  absent: number;
}

export type Step =
  | { act: "log"; content: Content; by: number }
  | { act: "correct"; content: Content; which: number }
  | { act: "delete" | "restore" | "withdraw"; which: number }
  | { act: "takeOver"; content: Content; isCounted: boolean }
  | { act: "pool"; which: number; own: People; others: People; guests: number }
  | { act: "merge"; kept: number; other: number }
  | { act: "state"; provider: number; state: "open" | "closed" | "sold"; fromOn: string }
  | { act: "unstate"; provider: number; which: number }
  | { act: "establish"; provider: number }
  | { act: "limit"; minutes: number };

const mergeChoice = mergeSchema.parse({ answer: "same" });

/** An office as its history is played: what is kept, deleted and taken over, and who its four providers are by now. */
type Office = ReturnType<typeof setUp>;

function setUp() {
  const network = makeOrganisation({ kind: "network" });
  const territory = makeOrganisation({ kind: "territory", parentId: network.id });
  const office = makeOrganisation({ parentId: territory.id });
  const facilitators = [makeMember(office.id, "facilitator"), makeMember(office.id, "facilitator")] as const;
  const [first] = facilitators;
  const neighbour = makeOrganisation();
  return {
    office,
    neighbour,
    facilitators,
    first,
    providers: [0, 1, 2, 3].map(() => makeProvider(first, office).id),
    guest: makeProvider(makeMember(neighbour.id, "facilitator"), neighbour).id,
    hold: authorize(first, "coaching.log", { id: office.id, ownerId: office.id, zone: "Europe/Paris" }),
    kept: [] as string[],
    deleted: [] as string[],
    takenOver: [] as string[],
  };
}

const one = (from: readonly string[], which: number) => from[which % Math.max(from.length, 1)];
const takeOut = (from: string[], which: number) => from.splice(which % Math.max(from.length, 1), 1);

const inputOf = ({ providers }: Office, { who, ...rest }: Content) => ({
  ...rest,
  participants: who.map(({ place, presence }) => ({ providerId: providers[place] ?? "", presence })),
});

/** The last establishment of a provider, to be corrected. */
function placesOf({ first, providers }: Office, place: number) {
  const id = providers[place];
  const last = id === undefined ? undefined : listEstablishmentRecords(first, id).at(-1);
  return last ? [authorize(first, "provider.correct", last)] : [];
}

const acts: { [A in Step["act"]]: (at: Office, step: Extract<Step, { act: A }>) => void } = {
  log(at, { content, by }) {
    at.kept.push(makeSession(at.facilitators[by === 0 ? 0 : 1], at.office, inputOf(at, content)));
  },
  correct(at, { content, which }) {
    const id = one(at.kept, which);
    if (id === undefined) return;
    const row = getCoachingSession(at.first, id);
    const input = sessionInput({ id, version: row.version, ...inputOf(at, content) });
    correctCoachingSession(at.first, authorize(at.first, "coaching.correct", row), input);
  },
  delete(at, { which }) {
    for (const id of takeOut(at.kept, which)) {
      deleteCoachingSession(at.first, authorize(at.first, "coaching.delete", getCoachingSession(at.first, id)));
      at.deleted.push(id);
    }
  },
  restore(at, { which }) {
    for (const id of takeOut(at.deleted, which)) {
      restoreCoachingSession(at.first, authorize(at.first, "coaching.delete", getDeletedCoachingSession(at.first, id)));
      at.kept.push(id);
    }
  },
  takeOver(at, { content: { heldOn, duration, channel, theme, who }, isCounted }) {
    const about = { channel, theme, note: "Reprise", privateNote: "", facilitatorId: at.first.userId };
    const session = { id: newId(), providerId: at.providers[who[0]?.place ?? 0] ?? "", heldOn, duration, ...about };
    at.takenOver.push(takeOverSession(at.first, at.hold, { importId: newId(), isCounted, session, reason: "" }).id);
  },
  withdraw(at, { which }) {
    for (const sessionId of takeOut(at.takenOver, which)) withdrawTakenOver(at.first, at.hold, { sessionId, reason: "" });
  },
  pool(at, { which, own, others, guests }) {
    const id = one(at.kept, which);
    if (id === undefined) return;
    const shares = [
      { organisationId: at.office.id, ...own },
      { organisationId: at.neighbour.id, ...others },
    ];
    const came = Array.from({ length: guests }, () => ({ organisationId: at.neighbour.id, providerId: at.guest }));
    shareSession(id, shares, came);
  },
  /** The other's place goes to a fresh provider, so that four remain. */
  merge(at, { kept, other }) {
    const [keptId, otherId] = [at.providers[kept], at.providers[other]];
    if (!keptId || !otherId || keptId === otherId) return;
    const read = (id: string) => authorize(at.first, "provider.merge", getProvider(at.first, id, "provider.merge"));
    mergeProviders(at.first, [read(keptId), read(otherId)], mergeChoice);
    at.providers[other] = makeProvider(at.first, at.office).id;
  },
  state(at, { provider, ...state }) {
    for (const one of placesOf(at, provider)) recordState(at.first, one, state);
  },
  unstate(at, { provider, which }) {
    for (const one of placesOf(at, provider)) {
      const states = listStates(one.id);
      const id = states[which % Math.max(states.length, 1)]?.id;
      if (id !== undefined) removeState(at.first, one, id);
    }
  },
  establish(at, { provider }) {
    const id = at.providers[provider];
    if (id !== undefined) makeEstablishment(at.first, getProvider(at.first, id));
  },
  limit(at, { minutes }) {
    sqlite().prepare("UPDATE organisations SET short_advice_minutes = ? WHERE id = ?").run(minutes, at.office.id);
    resummariseOffice(at.office.id);
  },
};

/** An office with two facilitators and four providers, on which a history is played by the product's commands. */
export function makeHistory() {
  const at = setUp();
  const take = <A extends Step["act"]>(step: Extract<Step, { act: A }>) => acts[step.act as A](at, step);
  return { id: at.office.id, neighbourId: at.neighbour.id, take };
}
