import type { Actor } from "~/access/actor";
import { keptReading } from "~/db/kept-reading.server";
import { listStepsTiedTo } from "~/features/action-plans/tied.queries.server";
import { isTheme, themeCodes, themes } from "~/features/themes/model";
import { formatDay, formatDuration } from "~/i18n/format";
import { type Locale, textsOf, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import type { SessionFormData } from "./components/session-form";
import { describePeople, ownPeople, searchPeople, suggestFor } from "./describe-people.server";
import { listDurations, listFunders, listResourcesToHand, listTags } from "./habits.queries.server";
import type { SessionIntent } from "./intent";
import { dueOn } from "./model";
import { listStaff } from "./people.queries.server";
import type { TypedSession } from "./typed";

export interface FormOffice {
  id: string;
  name: string;
  zone: string;
  defaultDurations: number[];
  seasonWeeks: number[];
}

interface FormAsked {
  id: string;
  office: FormOffice;
  /** Where the facilitator works; a choice is shown when there are several. */
  offices: readonly FormOffice[];
  typed: TypedSession;
  intent?: SessionIntent;
  /** Names of people of a saved session who have left since. */
  known?: ReadonlyMap<string, string>;
  /** The form's own path: what its drafts are kept under. */
  path: string;
}

/** What the session form shows: who is picked, the lists of its choices, a search's answer. */
export function readSessionForm(actor: Actor, asked: FormAsked): SessionFormData {
  const { office, typed, intent } = asked;
  const known = asked.known ? { known: asked.known } : {};
  const people = describePeople(actor, office, { people: typed.people, sessionId: asked.id, ...known });
  return {
    id: asked.id,
    path: asked.path,
    office: { id: office.id, name: office.name },
    offices: asked.offices.map(({ id, name }) => ({ id, name })),
    people,
    results: intent?.kind === "search" ? searchPeople(actor, office, typed.values.who ?? "") : undefined,
    mine: intent?.kind === "mine" ? ownPeople(actor, office) : undefined,
    values: withSuggestions(actor, typed),
    lists: { ...typed.lists, steps: typed.values.hasSteps ? (typed.lists.steps ?? []) : listStepsTiedTo(actor, asked.id) },
    ...choicesOf(actor, office, typed),
  };
}

/** Fields still empty take what the last session with this provider had. */
function withSuggestions(actor: Actor, typed: TypedSession): Record<string, string> {
  if (typed.values.version) return typed.values;
  const filled = Object.fromEntries(Object.entries(typed.values).filter(([, text]) => text !== ""));
  return { ...suggestFor(actor, typed.people), ...filled };
}

function choicesOf(actor: Actor, office: FormOffice, typed: TypedSession) {
  const chosen = typed.lists.facilitators ?? [];
  const today = dayIn(office.zone, now());
  const heldOn = typed.values.heldOn || today;
  const { staff, ...lists } = keptReading(`coaching.choices ${office.id} ${today}`, () => ({
    staff: listStaff(office, "coaching.log"),
    funders: listFunders(office.id),
    tags: listTags(office.id),
  }));
  return {
    ...lists,
    themes: themesIn(actor.locale),
    resources: listResourcesToHand(office, actor.locale, typed.lists.resources),
    durations: listDurations(actor, office).map((minutes) => ({ minutes, label: formatDuration(minutes) })),
    dueDays: {
      fortnight: formatDay(actor.locale, dueOn("fortnight", heldOn, {}), "short"),
      season: formatDay(actor.locale, dueOn("season", heldOn, { seasonWeeks: office.seasonWeeks }), "short"),
    },
    staff: staff.filter((one) => one.id !== actor.userId || chosen.includes(one.id)),
  };
}

const themesOf = new Map<Locale, SessionFormData["themes"]>();

/** The themes in a language, made once: never change the list. */
function themesIn(locale: Locale): SessionFormData["themes"] {
  const t = translator(locale);
  const made =
    themesOf.get(locale) ?? themeCodes.map((code) => ({ code, name: t(`themes:${code}.name`), subs: subThemesOf(locale, code) }));
  themesOf.set(locale, made);
  return made;
}

function subThemesOf(locale: Locale, theme: string): { code: string; name: string }[] {
  if (!isTheme(theme)) return [];
  const names: Record<string, string> = textsOf(locale, "themes").themes[theme].sub;
  return themes[theme].map((sub) => ({ code: `${theme}.${sub}`, name: names[sub] ?? sub }));
}
