import type { Actor } from "~/access/actor";
import type { Locale } from "~/i18n/translate";

/** Whoever comes without signing in: no role, no provider. */
export const visitor = (locale: Locale): Actor => ({
  userId: "visitor",
  name: "",
  locale,
  memberships: [],
  below: [],
  sharing: [],
  providerIds: [],
  currentOrganisationId: undefined,
});
