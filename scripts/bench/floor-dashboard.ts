import type Database from "better-sqlite3";

// The dashboard of one office by hand: this year so far and the same days a year before, from the
// summaries for whole months and from the sessions for the days of the month that is cut.

const counts = `sum(sessions), sum(short_advices), sum(supports), sum(minutes), sum(preparation_minutes), sum(travel_minutes),
  sum(travel_kilometres), sum(excused), sum(absent)`;
const monthsSql = `SELECT month, kind, ${counts} FROM month_summaries
  WHERE owner_id = @owner AND month BETWEEN @first AND @last GROUP BY month, kind`;
const cutSql = `SELECT kind, count(*), sum(supports), sum(duration_minutes), sum(preparation_minutes), sum(travel_minutes),
  sum(travel_kilometres) FROM coaching_sessions
  WHERE owner_id = @owner AND held_on BETWEEN @from AND @to AND deleted_at IS NULL GROUP BY kind`;
const topicsSql = `SELECT theme, channel, sum(sessions), sum(supports), sum(minutes) FROM month_summaries
  WHERE owner_id = @owner AND month BETWEEN @first AND @last AND kind <> 'other_work' GROUP BY theme, channel`;
const hoursSql = `SELECT f.facilitator_id, u.name, sum(f.sessions), sum(f.contact_minutes), sum(f.preparation_minutes),
  sum(f.travel_minutes), sum(f.other_minutes) FROM facilitator_months f JOIN users u ON u.id = f.facilitator_id
  WHERE f.owner_id = @owner AND f.month BETWEEN @first AND @last GROUP BY f.facilitator_id`;
const coverageSql = `SELECT p.kind, p.insee_code, c.name, count(*), sum(now.provider_id IS NOT NULL),
    sum(before.provider_id IS NOT NULL), sum(p.first_support_on BETWEEN @from AND @to), sum(p.first_support_on IS NULL)
  FROM providers p
    LEFT JOIN (SELECT DISTINCT provider_id FROM provider_months WHERE owner_id = @owner AND month BETWEEN @first AND @last) now
      ON now.provider_id = p.id
    LEFT JOIN (SELECT DISTINCT provider_id FROM provider_months WHERE owner_id = @owner AND month BETWEEN @firstBefore AND @lastBefore) before
      ON before.provider_id = p.id
    LEFT JOIN communes c ON c.insee_code = p.insee_code
  WHERE p.owner_id = @owner AND p.deleted_at IS NULL GROUP BY p.kind, p.insee_code ORDER BY c.name`;
const touchedSql = `SELECT count(DISTINCT e.establishment_id) FROM coaching_sessions s
    JOIN session_establishments e ON e.session_id = s.id
  WHERE s.owner_id = @owner AND s.held_on BETWEEN @from AND @to AND s.deleted_at IS NULL`;
const plansSql = `SELECT sum(created_at BETWEEN @fromAt AND @toAt), sum(state = 'done' AND done_on BETWEEN @from AND @to),
    sum(state IN ('todo', 'doing')), sum(state IN ('todo', 'doing') AND due_on < @to)
  FROM actions WHERE owner_id = @owner AND deleted_at IS NULL`;

/** Reads an office's dashboard on that day, as rows. */
export function floorDashboard(connection: Database.Database): (owner: string, today: string) => unknown[] {
  const prepare = (text: string) => connection.prepare(text).raw();
  const current = [monthsSql, topicsSql, hoursSql, coverageSql, touchedSql, plansSql].map(prepare);
  const [before, cut] = [prepare(monthsSql), prepare(cutSql)];
  return (owner, today) => {
    const now = daysOf(owner, today);
    const year = `${Number(today.slice(0, 4)) - 1}`;
    const aYearAgo = `${year}${today.slice(4)}`;
    const asked = { ...now, firstBefore: `${year}-01`, lastBefore: aYearAgo.slice(0, 7) };
    const cutDays = { owner, from: `${aYearAgo.slice(0, 7)}-01`, to: aYearAgo };
    const earlier = { owner, first: `${year}-01`, last: aYearAgo.slice(0, 7) };
    return [...current.map((one) => one.all(asked)), before.all(earlier), cut.all(cutDays)];
  };
}

function daysOf(owner: string, today: string) {
  const from = `${today.slice(0, 4)}-01-01`;
  const instants = { fromAt: Date.parse(from), toAt: Date.parse(today) + 86_400_000 };
  return { owner, from, to: today, first: from.slice(0, 7), last: today.slice(0, 7), ...instants };
}
