// The sums over offices computed anew from the summaries that the triggers add up (drizzle/*network-sums*):
// for the proof of `npm run figures -- --check`, and for a fresh start.

const dimensions = "(SELECT 'theme' AS dimension UNION ALL SELECT 'channel')";

const ancestors = `
  WITH RECURSIVE above (id, ancestor) AS (
    SELECT id, parent_id FROM organisations WHERE parent_id IS NOT NULL
    UNION SELECT above.id, o.parent_id FROM above JOIN organisations o ON o.id = above.ancestor WHERE o.parent_id IS NOT NULL
  ) SELECT id AS organisation_id, ancestor AS ancestor_id FROM above`;

const known = "SELECT owner_id, count(*) AS providers FROM providers WHERE deleted_at IS NULL GROUP BY owner_id";

const closedAt = (day: string) => `coalesce((SELECT s.state IN ('closed', 'sold') FROM establishment_states s
  WHERE s.establishment_id = e.id AND s.from_on <= ${day} ORDER BY s.from_on DESC LIMIT 1), 0)`;
/** From each day on which a state of a provider's changed to the next: those in which none of its establishments is open. */
const closures = `
  SELECT d.provider_id, p.owner_id, d.from_on, d.to_on, p.last_support_on FROM (
    SELECT provider_id, from_on, lead(from_on) OVER (PARTITION BY provider_id ORDER BY from_on) AS to_on FROM (
      SELECT DISTINCT e.provider_id, s.from_on FROM establishments e JOIN establishment_states s ON s.establishment_id = e.id
      WHERE e.deleted_at IS NULL)
  ) d JOIN providers p ON p.id = d.provider_id AND p.deleted_at IS NULL
  WHERE NOT EXISTS (SELECT 1 FROM establishments e WHERE e.provider_id = p.id AND e.deleted_at IS NULL AND ${closedAt("d.from_on")} = 0)`;

/** Once the summaries are empty, and before they are filled: nothing is left of the sums, and the tree is read again. */
export const emptyNetworkSums = `
  DELETE FROM network_months; DELETE FROM office_years; DELETE FROM office_totals;
  DELETE FROM organisation_ancestors; DELETE FROM office_known; DELETE FROM provider_closures;
  INSERT INTO provider_closures (provider_id, owner_id, from_on, to_on, last_support_on) ${closures};
  INSERT INTO office_known (owner_id, providers) ${known};
  INSERT INTO organisation_ancestors (organisation_id, ancestor_id) ${ancestors}`;

/** What each table of sums should hold; rows whose counts are all nought say nothing. */
export const networkSums = [
  { table: "office_known", recomputed: known, meaningful: "WHERE providers <> 0" },
  { table: "provider_closures", recomputed: closures, meaningful: "" },
  { table: "organisation_ancestors", recomputed: ancestors, meaningful: "" },
  {
    table: "network_months",
    recomputed: `
      SELECT a.ancestor_id AS network_id, m.month, d.dimension, m.kind, iif(d.dimension = 'theme', m.theme, m.channel) AS code,
        sum(m.sessions) AS sessions, sum(m.short_advices) AS short_advices, sum(m.supports) AS supports, sum(m.minutes) AS minutes,
        sum(m.excused) AS excused, sum(m.absent) AS absent
      FROM month_summaries m JOIN organisation_ancestors a ON a.organisation_id = m.owner_id JOIN ${dimensions} d GROUP BY 1, 2, 3, 4, 5`,
    meaningful: "WHERE sessions <> 0 OR supports <> 0 OR minutes <> 0 OR excused <> 0 OR absent <> 0",
  },
  {
    table: "office_years",
    recomputed: `
      SELECT owner_id, year, sum(sessions) AS sessions, sum(supports) AS supports, sum(minutes) AS minutes, sum(reached) AS reached FROM (
        SELECT owner_id, substr(month, 1, 4) AS year, sessions, supports, minutes, 0 AS reached
        FROM month_summaries WHERE kind <> 'other_work'
        UNION ALL SELECT owner_id, substr(month, 1, 4), 0, 0, 0, count(DISTINCT provider_id) FROM provider_months GROUP BY 1, 2
      ) GROUP BY 1, 2`,
    meaningful: "WHERE sessions <> 0 OR supports <> 0 OR minutes <> 0 OR reached <> 0",
  },
  {
    table: "office_totals",
    recomputed: `
      SELECT owner_id, kind, sum(sessions) AS sessions, sum(supports) AS supports, sum(minutes) AS minutes,
        sum(preparation_minutes) AS preparation_minutes, sum(travel_minutes) AS travel_minutes, sum(travel_kilometres) AS travel_kilometres
      FROM month_summaries GROUP BY 1, 2`,
    meaningful: "WHERE sessions <> 0 OR supports <> 0 OR minutes <> 0 OR preparation_minutes <> 0 OR travel_minutes <> 0",
  },
] as const;
