import { formatDay, formatInstant } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { dayIn } from "~/lib/dates";
import { type SafeFetchReason, safeFetchReasons } from "~/lib/safe-fetch.server";
import { type WebhookEvent, webhookEvents } from "~/lib/vocabulary";
import type { getWebhook, listDeliveries, listWebhooks } from "./queries.server";

type Row = ReturnType<typeof listWebhooks>[number];
type Delivery = ReturnType<typeof listDeliveries>[number];

/** One webhook in words. */
export function describeWebhook(locale: Locale, row: Row | ReturnType<typeof getWebhook>, zone: string) {
  const day = row.endedAt === null ? "" : formatDay(locale, dayIn(zone, row.endedAt));
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    events: row.events.map((event) => eventName(locale, event)).join(", "),
    state: translator(locale)(`webhooks:states.${row.endedAt === null ? "on" : (row.endedBy ?? "person")}`, { day }),
    isOn: row.endedAt === null,
    isFailing: row.endedBy === "failures",
  };
}
export type DescribedWebhook = ReturnType<typeof describeWebhook>;

/** One delivery in words: what, when, and what came of it. */
export function describeDelivery(locale: Locale, row: Delivery, zone: string) {
  return {
    id: row.id,
    event: eventName(locale, row.event),
    at: formatInstant(locale, row.triedAt ?? row.createdAt, zone),
    outcome: outcomeOf(locale, row),
    isFailed: row.state === "failed",
  };
}
export type DescribedDelivery = ReturnType<typeof describeDelivery>;

function outcomeOf(locale: Locale, { state, attempts, status, reason }: Delivery): string {
  const t = translator(locale);
  if (state === "delivered") return t("webhooks:deliveries.delivered", { status: status ?? 0 });
  if (attempts === 0) return t(`webhooks:deliveries.${state === "failed" ? "dropped" : "waiting"}`);
  const why = status === null ? reasonText(locale, reason) : t("webhooks:deliveries.status", { status });
  return t(`webhooks:deliveries.${state === "failed" ? "failed" : "waitingAgain"}`, { why, attempts });
}

function reasonText(locale: Locale, reason: string | null): string {
  const known: SafeFetchReason = safeFetchReasons.find((one) => one === reason) ?? "network";
  return translator(locale)(`webhooks:reasons.${known}`);
}

/** i18next cuts keys at dots. */
function eventName(locale: Locale, event: WebhookEvent | "test"): string {
  const t = translator(locale);
  if (event === "test") return t("webhooks:events.test");
  const key = {
    "session.saved": "session-saved",
    "session.deleted": "session-deleted",
    "workshop.published": "workshop-published",
    "workshop.changed": "workshop-changed",
    "workshop.cancelled": "workshop-cancelled",
    "workshop.held": "workshop-held",
    "registration.cancelled": "registration-cancelled",
    "registration.made": "registration-made",
    "action.done": "action-done",
    "report.finished": "report-finished",
  } as const;
  return t(`webhooks:events.${key[event]}`);
}

/** What the form of a new webhook offers. */
export const eventChoices = (locale: Locale) =>
  webhookEvents.map((value) => ({ value, label: `${eventName(locale, value)} (${value})` }));
