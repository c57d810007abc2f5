import type { Actor } from "~/access/actor";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { formatAgo, formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn, daysBetween, weekOf } from "~/lib/dates";
import { phoneInText } from "~/lib/phone";
import { paths } from "~/paths";
import type { PlanLine } from "./components/plan-list";
import type { PlanFilter } from "./plan-list.form";
import { type Hint, suggestContact } from "./plan-list.model";
import { listPlans, phonesOf } from "./plan-list.queries.server";

type Row = ReturnType<typeof listPlans>["rows"][number];

/** The list of plans in words: how far each is, what is next, when it last moved, whom to contact and why. */
export function describePlans(actor: Actor, filter: PlanFilter): { lines: PlanLine[]; next: string | undefined } {
  const at = now();
  const zone = zoneOf(actor.currentOrganisationId ?? "");
  const today = dayIn(zone, at);
  const { rows, next } = listPlans(actor, filter, { today, at });
  const { after: _after, ...query } = filter;
  const phones = phonesOf(
    actor,
    rows.map(({ providerId }) => providerId),
  );
  return {
    lines: rows.map((row) => lineOf(actor, row, { today, zone, quietWeeks: filter.weeks, phone: phones.get(row.providerId) })),
    next: next && paths.plans({ ...query, after: next }),
  };
}

interface Asked {
  today: string;
  zone: string;
  quietWeeks: number;
  phone: { name: string; phone: string | null } | undefined;
}

function lineOf(actor: Actor, row: Row, { today, zone, quietWeeks, phone }: Asked): PlanLine {
  const { locale } = actor;
  const t = translator(locale);
  const onDay = (instant: number) => dayIn(zone, instant);
  const isInSeason = (row.seasonWeeks ?? []).includes(weekOf(today));
  const state = {
    ...row,
    isSeen: row.seenAt !== null || row.lastNewsAt !== null,
    lastOn: onDay(row.since),
    publishedOn: row.publishedAt === null ? null : onDay(row.publishedAt),
  };
  const hint = suggestContact(state, { today, isInSeason, quietWeeks });
  return {
    id: row.id,
    to: paths.providerPlan(row.providerId),
    provider: row.provider,
    kind: t(`kinds:${row.kind}`),
    progress: t("plans:list.done", { done: row.done, total: row.total }),
    drafts: row.drafts > 0 ? t("plans:list.drafts", { count: row.drafts }) : "",
    next: row.nextTitle ?? "",
    due: dueOf(locale, row.nextDueOn, today),
    news: row.lastNewsAt === null ? t("plans:list.noNews") : formatAgo(locale, daysBetween(today, onDay(row.lastNewsAt))),
    hint: hintText(locale, hint, row.nextDueOn),
    isPressing: hint.kind === "blocked" || hint.kind === "answer",
    phone: phone?.phone ? { to: `tel:${phone.phone}`, text: `${phone.name}, ${phoneInText(phone.phone)}` } : null,
  };
}

function dueOf(locale: Locale, dueOn: string | null, today: string): string {
  if (!dueOn) return "";
  return translator(locale)(dueOn < today ? "plans:list.late" : "plans:list.due", { day: formatDay(locale, dueOn) });
}

function hintText(locale: Locale, hint: Hint, dueOn: string | null): string {
  const t = translator(locale);
  if (hint.kind === "late") return t("plans:list.hint.late", { count: hint.count });
  return t(`plans:list.hint.${hint.kind}`, { count: hint.count, day: formatDay(locale, dueOn) });
}
