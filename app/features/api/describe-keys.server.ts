import type { Authorized } from "~/access/authorized";
import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { apiScopes } from "~/lib/vocabulary";
import { endpoints } from "./endpoints.server";
import { listKeys } from "./keys.queries.server";
import { keyMonths } from "./model";

/** The keys of an organisation in words, each with whether it still opens. */
export function describeKeys(locale: Locale, owner: Authorized<{ id: string; zone: string }, "api.manage">) {
  const t = translator(locale);
  const dayOf = (at: number) => formatDay(locale, dayIn(owner.zone, at));
  return listKeys(owner).map((key) => {
    const isLiving = key.revokedAt === null && key.expiresAt > now();
    const ended = key.revokedAt === null ? t("api:keys.expired", { day: dayOf(key.expiresAt) }) : undefined;
    return {
      id: key.id,
      name: key.name,
      tail: `…${key.tail}`,
      scopes: key.scopes.map((scope) => t(`api:scopes.${scope}`)).join(", "),
      used: key.lastUsedAt === null ? t("api:keys.unused") : dayOf(key.lastUsedAt),
      state: isLiving
        ? t("api:keys.until", { day: dayOf(key.expiresAt) })
        : (ended ?? t("api:keys.revoked", { day: dayOf(key.revokedAt ?? 0) })),
      isLiving,
    };
  });
}
export type DescribedKey = ReturnType<typeof describeKeys>[number];

/** What the form of a new key offers. */
export function keyChoices(locale: Locale) {
  const t = translator(locale);
  return {
    scopes: apiScopes.map((scope) => ({ value: scope, label: t(`api:scopes.${scope}`), hint: t(`api:scopeHints.${scope}`) })),
    months: keyMonths.map((value) => ({ value, label: t(`api:months.${value}`) })),
  };
}

/** Each address of the API with what it answers, for the page of the settings. */
export function describeEndpoints(locale: Locale) {
  const t = translator(locale);
  return endpoints.map(({ name, path, scope }) => ({
    path: `/api/v1/${path}`,
    about: t(`api:endpoints.${name}`),
    scope: t(`api:scopes.${scope}`),
  }));
}
