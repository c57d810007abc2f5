import type { Actor, Grant } from "~/access/actor";
import { reachesBelow } from "~/access/can";
import { sqlite } from "~/db/client.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";

interface UserRow {
  id: string;
  name: string;
  locale: "fr" | "en";
  current_organisation_id: string | null;
}

const currentMemberships = `
  SELECT organisation_id AS organisationId, role FROM memberships
  WHERE user_id = ? AND starts_on <= ? AND (ends_on IS NULL OR ends_on >= ?)`;

/** Organisations under those of a person's memberships, with the role held above. */
const organisationsBelow = `
  WITH RECURSIVE below (id, role) AS (
    SELECT o.id, m.role FROM memberships m JOIN organisations o ON o.parent_id = m.organisation_id
    WHERE m.user_id = ? AND m.starts_on <= ? AND (m.ends_on IS NULL OR m.ends_on >= ?)
    UNION
    SELECT o.id, below.role FROM below JOIN organisations o ON o.parent_id = below.id
  )
  SELECT below.id AS organisationId, role, o.shares_named_providers AS isSharing
  FROM below JOIN organisations o ON o.id = below.id`;

/** The actor for a user as things stand now; undefined when unknown or suspended. */
export function loadActor(userId: string): Actor | undefined {
  const user = sqlite()
    .prepare<[string], UserRow>(
      "SELECT id, name, locale, current_organisation_id FROM users WHERE id = ? AND suspended_at IS NULL",
    )
    .get(userId);
  if (!user) return undefined;
  const today = dayIn("Europe/Paris", now());
  const memberships = sqlite().prepare<unknown[], Grant>(currentMemberships).all(userId, today, today);
  const below = reachesBelow(memberships)
    ? sqlite().prepare<unknown[], Grant & { isSharing: number }>(organisationsBelow).all(userId, today, today)
    : [];
  const providerIds = sqlite()
    .prepare<unknown[], string>(
      "SELECT provider_id FROM provider_accesses WHERE user_id = ? AND starts_on <= ? AND (ends_on IS NULL OR ends_on >= ?)",
    )
    .pluck()
    .all(userId, today, today);
  const isMember = memberships.some((grant) => grant.organisationId === user.current_organisation_id);
  return {
    userId,
    name: user.name,
    locale: user.locale,
    memberships,
    below: below.map(({ organisationId, role }) => ({ organisationId, role })),
    sharing: [...new Set(below.filter((row) => row.isSharing === 1).map((row) => row.organisationId))],
    providerIds,
    currentOrganisationId: isMember ? (user.current_organisation_id ?? undefined) : memberships[0]?.organisationId,
  };
}
