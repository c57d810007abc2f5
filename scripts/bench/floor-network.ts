import type Database from "better-sqlite3";

// A network's year by hand, from the sums kept over its offices; and the same from the sessions themselves.

const months = `SELECT month, kind, sum(sessions), sum(supports), sum(minutes) FROM network_months
  WHERE network_id = @network AND dimension = 'theme' AND kind <> 'other_work' AND month BETWEEN @first AND @last GROUP BY month, kind`;
const topics = `SELECT dimension, code, sum(sessions) FROM network_months
  WHERE network_id = @network AND kind <> 'other_work' AND month BETWEEN @first AND @last GROUP BY dimension, code`;
const offices = `SELECT o.id, o.name, o.kind, o.parent_id, y.sessions, y.supports, y.minutes, y.reached
  FROM organisation_ancestors a JOIN organisations o ON o.id = a.organisation_id
    LEFT JOIN office_years y ON y.owner_id = o.id AND y.year = @year
  WHERE a.ancestor_id = @network AND o.kind = 'office' ORDER BY o.name`;
const territories = `SELECT o.id, o.name FROM organisation_ancestors a JOIN organisations o ON o.id = a.organisation_id
  WHERE a.ancestor_id = @network AND o.kind = 'territory' ORDER BY o.name`;
const declared = `SELECT d.owner_id, d.month, d.sessions, d.supports, d.minutes, d.reached
  FROM declared_months d JOIN organisation_ancestors a ON a.organisation_id = d.owner_id
  WHERE a.ancestor_id = @network AND d.month BETWEEN @first AND @last AND d.deleted_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM month_summaries m WHERE m.owner_id = d.owner_id AND m.month = d.month AND m.sessions <> 0)`;
const pooled = `SELECT w.id, w.title, w.held_on, w.state, o.name, count(DISTINCT s.organisation_id), sum(s.seats),
    (SELECT count(*) FROM workshop_registrations r WHERE r.workshop_id = w.id AND r.presence = 'present') + w.head_count
  FROM workshops w JOIN workshop_shares s ON s.workshop_id = w.id JOIN organisations o ON o.id = w.owner_id
  WHERE w.owner_id IN (SELECT organisation_id FROM organisation_ancestors WHERE ancestor_id = @network)
    AND w.held_on BETWEEN @year || '-01-01' AND @year || '-12-31' AND w.deleted_at IS NULL AND w.state NOT IN ('draft', 'cancelled')
  GROUP BY w.id HAVING count(DISTINCT s.organisation_id) > 1 ORDER BY w.held_on DESC LIMIT 50`;
const known = `SELECT k.owner_id, k.providers FROM organisation_ancestors a JOIN office_known k ON k.owner_id = a.organisation_id
  WHERE a.ancestor_id = @network`;
const closed = `SELECT c.owner_id, c.count FROM (
    SELECT owner_id, count(*) AS count FROM provider_closures
    WHERE from_on <= @year || '-01-01' AND (to_on IS NULL OR to_on > @year || '-01-01') AND (last_support_on IS NULL OR last_support_on < @year || '-01-01')
    GROUP BY owner_id) c JOIN organisation_ancestors a ON a.organisation_id = c.owner_id AND a.ancestor_id = @network`;
const scan = `SELECT substr(held_on, 1, 7), kind, theme, count(*), sum(supports), sum(duration_minutes) FROM coaching_sessions
  WHERE held_on BETWEEN @year || '-01-01' AND @today AND deleted_at IS NULL AND kind <> 'other_work' GROUP BY 1, 2, 3`;

interface Asked {
  network: string;
  today: string;
}

/** Reads a network's year on that day, as rows: `kept` from its sums, `scanned` from every session of the file. */
export function floorNetwork(connection: Database.Database) {
  const kept = [months, topics, offices, territories, declared, pooled, known, closed].map((text) =>
    connection.prepare(text).raw(),
  );
  const scanned = connection.prepare(scan).raw();
  const given = ({ network, today }: Asked) => {
    const year = today.slice(0, 4);
    const before = String(Number(year) - 1);
    const now = { network, year, first: `${year}-01`, last: today.slice(0, 7) };
    return { now, earlier: { network, first: `${before}-01`, last: `${before}${today.slice(4, 7)}` } };
  };
  return {
    kept(asked: Asked): unknown[] {
      const { now, earlier } = given(asked);
      return [...kept.map((one) => one.all(now)), kept[0]?.all(earlier)];
    },
    scanned: ({ today }: Asked): unknown[] => scanned.all({ year: today.slice(0, 4), today }),
  };
}
