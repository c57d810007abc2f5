import type { Actor, Grant } from "~/access/actor";
import { reachesBelow } from "~/access/can";
import { prepared } from "~/db/client.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";

interface UserRow {
  id: string;
  name: string;
  locale: "fr" | "en";
  current_organisation_id: string | null;
}

interface Dated {
  startsOn: string;
  endsOn: string | null;
  /** Of the organisation: days are its own. */
  zone: string | null;
}

const oneUser = "SELECT id, name, locale, current_organisation_id FROM users WHERE id = ? AND suspended_at IS NULL";

const everyMembership = `
  SELECT m.organisation_id AS organisationId, m.role, m.starts_on AS startsOn, m.ends_on AS endsOn, o.zone
  FROM memberships m LEFT JOIN organisations o ON o.id = m.organisation_id
  WHERE m.user_id = ?`;

/** Organisations under those given as a JSON list, at any depth, with the role held above; `organisation_ancestors` is kept by triggers. */
const organisationsBelow = `
  SELECT DISTINCT a.organisation_id AS organisationId, m.value ->> 'role' AS role
  FROM json_each(?) m JOIN organisation_ancestors a ON a.ancestor_id = m.value ->> 'organisationId'`;

const everySharing = "SELECT id AS organisationId FROM organisations WHERE shares_named_providers = 1";

const everyAccess = `
  SELECT a.provider_id AS providerId, a.starts_on AS startsOn, a.ends_on AS endsOn, o.zone
  FROM provider_accesses a LEFT JOIN providers p ON p.id = a.provider_id LEFT JOIN organisations o ON o.id = p.owner_id
  WHERE a.user_id = ?`;

/** Whether something holds at an instant, by the day where its organisation is. */
function holdsAt({ startsOn, endsOn, zone }: Dated, at: number): boolean {
  const today = dayIn(zone ?? "Europe/Paris", at);
  return startsOn <= today && (endsOn === null || endsOn >= today);
}

/** The actor for a user as things stand now; undefined when unknown or suspended. */
export function loadActor(userId: string): Actor | undefined {
  const user = prepared<[string], UserRow>(oneUser).get(userId);
  if (!user) return undefined;
  const at = now();
  const memberships = prepared<[string], Grant & Dated>(everyMembership)
    .all(userId)
    .filter((one) => holdsAt(one, at))
    .map(({ organisationId, role }) => ({ organisationId, role }));
  const below = reachesBelow(memberships) ? prepared<[string], Grant>(organisationsBelow).all(JSON.stringify(memberships)) : [];
  const providerIds = prepared<[string], Dated & { providerId: string }>(everyAccess)
    .all(userId)
    .filter((one) => holdsAt(one, at))
    .map((one) => one.providerId);
  const isMember = memberships.some((grant) => grant.organisationId === user.current_organisation_id);
  return {
    userId,
    name: user.name,
    locale: user.locale,
    memberships,
    below,
    sharing: below.length === 0 ? [] : sharingOf(below),
    providerIds,
    currentOrganisationId: isMember ? (user.current_organisation_id ?? undefined) : memberships[0]?.organisationId,
  };
}

/** Those of them that share their named providers. */
function sharingOf(below: readonly Grant[]): string[] {
  const ids = new Set(below.map(({ organisationId }) => organisationId));
  return prepared<[], { organisationId: string }>(everySharing)
    .all()
    .flatMap(({ organisationId }) => (ids.has(organisationId) ? [organisationId] : []));
}
