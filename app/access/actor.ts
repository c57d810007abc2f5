import type { ApiScope, Role } from "~/lib/vocabulary";

export interface Grant {
  organisationId: string;
  role: Role;
}

/** Who asks: read afresh at each request, so that a change of role holds at the next one. */
export interface Actor {
  /** A user's id, or `link:<id>` for a provider who came by a page link. */
  userId: string;
  name: string;
  locale: "fr" | "en";
  /** Current memberships, one role in one organisation each; roles add up. */
  memberships: readonly Grant[];
  /** The organisations below those memberships (a pays → its offices). */
  below: readonly Grant[];
  /** Organisations below that share named providers with their coordinator. */
  sharing: readonly string[];
  /** Providers this login belongs to. */
  providerIds: readonly string[];
  /** The office whose forms come first; shown on every page. */
  currentOrganisationId: string | undefined;
  /** A program with an organisation's key: it holds no role, and reads what the key's scopes name. */
  key?: { organisationId: string; scopes: readonly ApiScope[] };
}

/** Whoever holds a key of ours and no account: one provider, or none. */
export const keyHolder = (key: string, { locale, providerIds }: Pick<Actor, "locale" | "providerIds">): Actor => ({
  userId: `link:${key}`,
  name: "",
  locale,
  memberships: [],
  below: [],
  sharing: [],
  providerIds,
  currentOrganisationId: undefined,
});

/** Whether the actor came by a page link (design 3.5): one provider's plan, and nothing else of it. */
export const cameByLink = (actor: Actor): boolean => actor.userId.startsWith("link:");
