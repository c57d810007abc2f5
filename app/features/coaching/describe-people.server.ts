import type { Actor } from "~/access/actor";
import { listStepsToTie } from "~/features/action-plans/tied.queries.server";
import { listProvidersById, searchProviders } from "~/features/providers/queries.server";
import { translator } from "~/i18n/translate";
import { fold } from "~/lib/fold";
import type { EstablishmentKind } from "~/lib/vocabulary";
import { findLastVisit } from "./habits.queries.server";
import type { FoundPerson, PeopleResults, PickedDetails, ShownPerson, Suggestions } from "./people";
import {
  listContactsOf,
  listEstablishmentsOf,
  listNeighbours,
  listOwnProviders,
  listStaff,
  searchContacts,
} from "./people.queries.server";
import { idsOfKind, newPerson, splitKey, type TypedPerson } from "./typed";

interface Office {
  id: string;
  zone: string;
}

/** What the one search finds: providers (project holders too), their contacts, colleagues, offices. */
export function searchPeople(actor: Actor, office: Office, words: string): PeopleResults {
  const t = translator(actor.locale);
  const folded = fold(words);
  if (folded.length < 2) return { found: "", rows: [] };
  const matches = (one: { name: string }) => folded.split(" ").every((word) => fold(one.name).includes(word));
  const staff = listStaff(office, "provider.find").filter((one) => one.id !== actor.userId && matches(one));
  const rows: FoundPerson[] = [
    ...searchProviders(actor, words, office.id).map((row) => ({
      key: `provider/${row.id}`,
      name: row.name,
      context: [t(`kinds:${row.kind}`), row.commune].filter(Boolean).join(", "),
    })),
    ...searchContacts(actor, words, office).map((row) => ({
      key: `provider/${row.providerId}`,
      contactId: row.id,
      name: row.name,
      business: row.provider,
      context: t("sessionForm:contactOf", { name: row.provider }),
    })),
    ...staff.slice(0, 4).map((row) => ({ key: `user/${row.id}`, name: row.name, context: t("sessionForm:colleague") })),
    ...listNeighbours(office)
      .filter(matches)
      .slice(0, 4)
      .map((row) => ({ key: `organisation/${row.id}`, name: row.name, context: t("sessionForm:officeKind") })),
  ];
  return { found: t("sessionForm:results", { count: rows.length }), rows };
}

/** The providers that the actor follows, to tick: a group is made in one tap each. */
export function ownPeople(actor: Actor, office: Office): PeopleResults {
  const t = translator(actor.locale);
  const rows = listOwnProviders(actor, office).map((row) => ({
    key: `provider/${row.id}`,
    name: row.name,
    context: t(`kinds:${row.kind}`),
  }));
  return { found: t("sessionForm:mineCount", { count: rows.length }), rows };
}

/** Those expected, with their names, contacts and establishments; `known` names those who have left since. */
export function describePeople(
  actor: Actor,
  office: Office,
  given: { people: readonly TypedPerson[]; known?: ReadonlyMap<string, string>; sessionId?: string },
): ShownPerson[] {
  const ids = idsOfKind(given.people, "provider");
  const providers = new Map(listProvidersById(actor, ids, "provider.coach").map((row) => [row.id, row]));
  const contacts = listContactsOf(actor, ids, office);
  const establishments = listEstablishmentsOf(actor, ids, office);
  const steps = listStepsToTie(actor, ids, given.sessionId ?? "");
  const others = namesOfOthers(office, given.people);
  return given.people.flatMap((one) => {
    const { kind, id } = splitKey(one.key) ?? { kind: "name", id: "" };
    const provider = kind === "provider" ? providers.get(id) : undefined;
    const name = kind === "name" ? id : (provider?.name ?? others.get(one.key) ?? given.known?.get(one.key));
    if (!name) return [];
    const ofThis = (row: { providerId: string }) => row.providerId === id;
    const places = establishments.filter(ofThis).map(brief);
    return [
      {
        ...one,
        name,
        context: contextOf(actor, kind, provider),
        known: contacts.filter(ofThis).map(brief),
        establishments: places.length > 1 ? places : [],
        steps: steps.filter(ofThis).map((row) => ({ id: row.id, name: row.title })),
      },
    ];
  });
}

const brief = ({ id, name }: { id: string; name: string }) => ({ id, name });

function contextOf(
  actor: Actor,
  kind: string | undefined,
  provider: { kind: EstablishmentKind; commune: string | null } | undefined,
): string {
  const t = translator(actor.locale);
  if (provider) return [t(`kinds:${provider.kind}`), provider.commune].filter(Boolean).join(", ");
  if (kind === "user") return t("sessionForm:colleague");
  if (kind === "organisation") return t("sessionForm:officeKind");
  return kind === "name" ? t("sessionForm:unrecorded") : "";
}

function namesOfOthers(office: Office, people: readonly TypedPerson[]): Map<string, string> {
  const names = new Map<string, string>();
  if (idsOfKind(people, "user").length > 0)
    for (const one of listStaff(office, "provider.find")) names.set(`user/${one.id}`, one.name);
  if (idsOfKind(people, "organisation").length > 0)
    for (const one of listNeighbours(office)) names.set(`organisation/${one.id}`, one.name);
  return names;
}

/** What the form begins with once the first provider is known: channel, journey, funder of the last time. */
export function suggestFor(actor: Actor, people: readonly TypedPerson[]): Suggestions {
  const [first] = idsOfKind(people, "provider");
  const last = first ? findLastVisit(actor, first) : undefined;
  if (!last) return {};
  return {
    ...(last.channel ? { channel: last.channel } : {}),
    ...(last.travelMinutes > 0 ? { travel: String(last.travelMinutes) } : {}),
    ...(last.travelKilometres > 0 ? { travelKilometres: String(last.travelKilometres) } : {}),
  };
}

/** Those picked while typing, by key, with what their business offers to tick and the values of the last time. */
export function describePicked(actor: Actor, office: Office, keys: readonly string[]): PickedDetails {
  const people = keys.filter((key) => splitKey(key)).map((key) => newPerson(key));
  return { people: describePeople(actor, office, { people }), suggestions: suggestFor(actor, people) };
}
