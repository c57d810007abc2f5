import { and, count, desc, eq, gte, isNull, lt, ne, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { notices } from "~/db/schema/notifications.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { now } from "~/lib/clock";

const pageSize = 40;
/** What is older teaches nothing any more. */
const shownMs = 180 * 86_400_000;

/** A page of the news that no mail has carried to a host, dropped or still waiting, the newest first. `next` is the cursor. */
export function listUnsentNews(actor: Actor, filter: { providerId?: string | undefined; after?: string | undefined }) {
  const { after } = filter;
  const [at, id] = after?.split("|") ?? [];
  const before =
    id && Number.isFinite(Number(at))
      ? or(lt(notices.createdAt, Number(at)), and(eq(notices.createdAt, Number(at)), lt(notices.id, id)))
      : undefined;
  const rows = db()
    .select({ notice: notices, provider: providers.name, contact: contacts.name, login: users.name })
    .from(notices)
    .leftJoin(providers, eq(providers.id, notices.providerId))
    .leftJoin(contacts, and(eq(notices.personKind, "contact"), eq(contacts.id, notices.personId)))
    .leftJoin(users, and(eq(notices.personKind, "host"), eq(users.id, notices.personId)))
    .where(and(listed(actor, filter.providerId), before))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1)?.notice;
  return { rows: page, next: rows.length > pageSize && last ? `${last.createdAt}|${last.id}` : undefined };
}

/** How many news of the last half-year no mail has carried to a host. */
export function countUnsentNews(actor: Actor, { providerId }: { providerId?: string | undefined }): number {
  return db().select({ rows: count() }).from(notices).where(listed(actor, providerId)).get()?.rows ?? 0;
}

function listed(actor: Actor, providerId: string | undefined) {
  return and(
    scope(actor, "mail.list", { ownerId: notices.ownerId }),
    ne(notices.personKind, "user"),
    isNull(notices.mailId),
    gte(notices.createdAt, now() - shownMs),
    providerId ? eq(notices.providerId, providerId) : undefined,
  );
}
