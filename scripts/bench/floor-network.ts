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
const scan = `SELECT substr(held_on, 1, 7), kind, theme, count(*), sum(supports), sum(duration_minutes) FROM coaching_sessions
  WHERE held_on BETWEEN @year || '-01-01' AND @today AND deleted_at IS NULL AND kind <> 'other_work' GROUP BY 1, 2, 3`;

interface Asked {
  network: string;
  today: string;
}

/** Reads a network's year on that day, as rows: `kept` from its sums, `scanned` from every session of the file. */
export function floorNetwork(connection: Database.Database) {
  const kept = [months, topics, offices].map((text) => connection.prepare(text).raw());
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
