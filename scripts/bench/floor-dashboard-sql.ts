// What the dashboard of one office reads, by hand: the same figures as the product's, for an office that shares no session.

const counts = `sum(sessions), sum(short_advices), sum(supports), sum(minutes), sum(preparation_minutes), sum(travel_minutes),
  sum(travel_kilometres), sum(excused), sum(absent)`;
const inMonths = "owner_id = @owner AND month BETWEEN @first AND @last";
const counted = "s.deleted_at IS NULL AND s.is_counted = 1";
const inCut = `s.owner_id = @owner AND s.held_on BETWEEN @cutFrom AND @cutTo AND ${counted}`;

export const months = `SELECT month, kind, ${counts} FROM month_summaries WHERE ${inMonths} GROUP BY month, kind`;

/** The days of a month that is not whole, from its sessions. */
export const cutDays = [
  `SELECT kind, count(*), sum(supports), sum(duration_minutes), sum(preparation_minutes), sum(travel_minutes), sum(travel_kilometres)
   FROM coaching_sessions s WHERE ${inCut} GROUP BY kind`,
  `SELECT s.kind, sum(p.presence = 'excused'), sum(p.presence = 'absent')
   FROM coaching_sessions s JOIN session_participants p ON p.session_id = s.id WHERE ${inCut} AND p.presence <> 'present' GROUP BY s.kind`,
];

const topics = `SELECT theme, channel, sum(sessions), sum(supports), sum(minutes) FROM month_summaries
  WHERE ${inMonths} AND kind <> 'other_work' GROUP BY theme, channel`;
const hours = `SELECT f.facilitator_id, u.name, sum(f.sessions), sum(f.contact_minutes), sum(f.preparation_minutes),
  sum(f.travel_minutes), sum(f.other_minutes) FROM facilitator_months f JOIN users u ON u.id = f.facilitator_id
  WHERE f.owner_id = @owner AND f.month BETWEEN @first AND @last GROUP BY f.facilitator_id`;
const grants = `SELECT m.user_id, u.name, m.hours_per_year, m.starts_on, m.ends_on FROM memberships m JOIN users u ON u.id = m.user_id
  WHERE m.organisation_id = @owner AND m.hours_per_year IS NOT NULL AND m.starts_on <= @to AND (m.ends_on IS NULL OR m.ends_on >= @from)`;

const reached = `SELECT DISTINCT provider_id FROM provider_months WHERE ${inMonths}`;
const reachedBefore = `SELECT provider_id FROM provider_months WHERE owner_id = @owner AND month BETWEEN @firstBefore AND @lastBefore
  UNION SELECT p.provider_id FROM coaching_sessions s JOIN session_participants p ON p.session_id = s.id
    WHERE ${inCut} AND s.kind <> 'other_work' AND p.presence = 'present' AND p.provider_id IS NOT NULL`;
const closed = `SELECT provider_id FROM provider_closures WHERE owner_id = @owner AND from_on <= @from AND (to_on IS NULL OR to_on > @from)`;
const known = `p.owner_id = @owner AND p.deleted_at IS NULL AND (now.provider_id IS NOT NULL OR p.id NOT IN (${closed}))`;
const withReached = `providers p LEFT JOIN (${reached}) now ON now.provider_id = p.id`;

const coverage = `SELECT p.kind, p.insee_code, c.name, count(*), sum(now.provider_id IS NOT NULL), sum(before.provider_id IS NOT NULL),
    sum(now.provider_id IS NOT NULL AND p.first_support_on BETWEEN @from AND @to), sum(now.provider_id IS NOT NULL AND before.provider_id IS NOT NULL),
    sum(p.first_support_on IS NULL), sum(p.last_support_on < @aYearAgo)
  FROM ${withReached} LEFT JOIN (${reachedBefore}) before ON before.provider_id = p.id
    LEFT JOIN communes c ON c.insee_code = p.insee_code
  WHERE ${known} GROUP BY p.kind, p.insee_code ORDER BY c.name, p.kind`;

const touched = `SELECT count(DISTINCT e.id) FROM coaching_sessions s JOIN session_participants p ON p.session_id = s.id
    JOIN establishments e ON e.provider_id = p.provider_id JOIN session_establishments x ON x.session_id = s.id AND x.establishment_id = e.id
  WHERE s.owner_id = @owner AND s.held_on BETWEEN @from AND @to AND ${counted} AND s.kind <> 'other_work' AND p.presence = 'present'
    AND e.deleted_at IS NULL`;

const published = `a.owner_id = @owner AND a.deleted_at IS NULL AND a.published_at IS NOT NULL AND p.deleted_at IS NULL`;
const ofPlans = `FROM actions a JOIN providers p ON p.id = a.provider_id WHERE ${published}`;
const open = `a.created_at < @toAt AND (a.state IN ('proposed', 'todo', 'doing', 'blocked') OR (a.state = 'done' AND a.done_on > @to))`;
const plans = `SELECT sum(a.created_at BETWEEN @fromAt AND @toAt - 1), sum(a.state = 'done' AND a.done_on BETWEEN @from AND @to),
    sum(${open}), sum(${open} AND a.due_on < @to),
    sum(a.created_at BETWEEN @fromAtBefore AND @toAtBefore - 1), sum(a.state = 'done' AND a.done_on BETWEEN @fromBefore AND @toBefore) ${ofPlans}`;
const daysToDone = `SELECT max(0, julianday(a.done_on) - julianday(date(a.published_at / 1000, 'unixepoch'))) ${ofPlans}
  AND a.state = 'done' AND a.done_on BETWEEN @from AND @to ORDER BY 1 LIMIT 1 OFFSET 20`;

const has = (condition: string) => `max(${condition})`;
const works = "c.state NOT IN ('absent', 'broken') AND coalesce(c.url, '') <> ''";
const presenceRows = `SELECT e.provider_id, ${has(`c.kind = 'website' AND ${works}`)} AS own_site,
    ${has(`c.kind = 'website' AND ${works} AND c.url LIKE 'https://%'`)} AS https, ${has(`c.kind = 'booking_tool' AND ${works}`)} AS booking,
    ${has("c.kind = 'google_profile' AND c.state IN ('active', 'dormant')")} AS profile, ${has("c.kind = 'website'")} AS site_noted,
    ${has("c.kind = 'booking_tool'")} AS booking_noted, ${has("c.kind = 'google_profile' AND c.state <> 'unknown'")} AS profile_noted,
    ${has("c.state = 'broken'")} AS broken
  FROM establishments e JOIN channels c ON c.establishment_id = e.id WHERE e.owner_id = @owner AND e.deleted_at IS NULL GROUP BY e.provider_id`;
const withPresence = `${withReached} LEFT JOIN (${presenceRows}) o ON o.provider_id = p.id`;
const presence = `SELECT count(*), sum(coalesce(o.own_site, 0)), sum(coalesce(o.https, 0)), sum(coalesce(o.booking, 0)), sum(coalesce(o.profile, 0)),
    sum(NOT coalesce(o.site_noted, 0)), sum(NOT coalesce(o.booking_noted, 0)), sum(NOT coalesce(o.profile_noted, 0))
  FROM ${withPresence} WHERE ${known}`;

const ended = "w.owner_id = @owner AND w.deleted_at IS NULL AND w.state = 'held' AND w.held_on BETWEEN";
const seated = `(SELECT count(*) FROM workshop_registrations r WHERE r.workshop_id = w.id AND r.state = 'registered')`;
const came = `(SELECT count(*) FROM workshop_registrations r WHERE r.workshop_id = w.id AND r.presence = 'present')`;
const workshops = (days: string) =>
  `SELECT count(*), sum(min(${seated}, w.capacity)), sum(w.capacity), sum(${came} + w.head_count) FROM workshops w WHERE ${ended} ${days}`;
const waiting = `SELECT sum((SELECT count(*) FROM workshop_registrations r WHERE r.workshop_id = w.id AND r.state IN ('waiting', 'offered')))
  FROM workshops w WHERE w.owner_id = @owner AND w.deleted_at IS NULL AND w.state NOT IN ('draft', 'cancelled') AND w.held_on >= @from`;
const opinions = `SELECT count(f.usefulness), avg(f.usefulness), sum(f.would_recommend), count(f.would_recommend)
  FROM workshop_feedback f JOIN workshops w ON w.id = f.workshop_id WHERE ${ended} @from AND @to AND f.moment = 'end'`;
const quotes = `SELECT f.id, f.comment, w.title, w.held_on, w.id FROM workshop_feedback f JOIN workshops w ON w.id = f.workshop_id
  WHERE ${ended} @from AND @to AND f.is_quotable = 1 AND f.comment <> '' ORDER BY w.held_on DESC, f.id DESC LIMIT 4`;
const missed = "SELECT count(*) FROM appointments WHERE owner_id = @owner AND state = 'missed' AND held_on BETWEEN @from AND @to";
const office = "SELECT name, zone, season_weeks, kind, hour_cost_cents FROM organisations WHERE id = @owner";

/** The figures of the period, and what they are compared with. */
export const figures = [
  ...[office, months, topics, hours, grants, coverage, touched, plans, daysToDone, presence],
  ...[workshops("@from AND @to"), workshops("@fromBefore AND @toBefore"), waiting, opinions, quotes, missed],
];

const themeMonths = `SELECT month, theme, sum(sessions) FROM month_summaries WHERE ${inMonths} AND kind <> 'other_work' GROUP BY month, theme`;
const planMonths = [
  `SELECT strftime('%Y-%m', a.created_at / 1000, 'unixepoch'), count(*) ${ofPlans} AND a.created_at BETWEEN @fromAt AND @toAt - 1 GROUP BY 1`,
  `SELECT substr(a.done_on, 1, 7), count(*) ${ofPlans} AND a.state = 'done' AND a.done_on BETWEEN @from AND @to GROUP BY 1`,
];
const dayMinutes = `SELECT s.held_on, sum(iif(s.kind = 'other_work', 0, s.duration_minutes)), sum(s.preparation_minutes), sum(s.travel_minutes),
    sum(iif(s.kind = 'other_work', s.duration_minutes, 0))
  FROM coaching_sessions s JOIN session_facilitators f ON f.session_id = s.id
  WHERE s.owner_id = @owner AND s.held_on BETWEEN @from AND @to AND ${counted} GROUP BY s.held_on ORDER BY s.held_on`;
const silent = `(coalesce(o.site_noted, 0) + coalesce(o.booking_noted, 0) + coalesce(o.profile_noted, 0) > 0
  AND coalesce(o.own_site, 0) + coalesce(o.booking, 0) + coalesce(o.profile, 0) = 0)`;
const toMeet = `SELECT p.id, p.name, p.kind, c.name, p.last_support_on, p.first_support_on IS NULL, ${silent}, coalesce(o.broken, 0), n.count = 1
  FROM ${withPresence} LEFT JOIN communes c ON c.insee_code = p.insee_code
    LEFT JOIN (SELECT insee_code, count(*) AS count FROM providers WHERE owner_id = @owner AND deleted_at IS NULL GROUP BY 1) n ON n.insee_code = p.insee_code
  WHERE ${known} AND (p.first_support_on IS NULL OR p.last_support_on < @aYearAgo)
  ORDER BY 2 * (p.first_support_on IS NULL) + 2 * ${silent} + coalesce(o.broken, 0) + coalesce(n.count = 1, 0) DESC, p.name, p.id LIMIT 6`;

/** What the page shows besides: the series over the period, and whom to meet next. */
export const series = [themeMonths, ...planMonths, dayMinutes, toMeet];
