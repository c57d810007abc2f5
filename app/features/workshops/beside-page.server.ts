import { and, eq, isNull } from "drizzle-orm";
import { keyHolder } from "~/access/actor";
import { countAttempt, isLimited } from "~/auth/limits.server";
import { audit } from "~/commands/run.server";
import { db, sqlite } from "~/db/client.server";
import { providers } from "~/db/schema/providers.server";
import { besideAt, readBeside } from "~/features/accounts/beside.queries.server";
import { takeCallback } from "~/features/providers/callbacks.commands.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast, type Toast } from "~/http/toast.server";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { mailCallback } from "./callback-mail.server";
import { listFacilitators } from "./queries.server";

/** Whoever holds a key of a workshop: one of a known provider, or a visitor. */
export interface KeyHolder {
  /** Of the row that the key names. */
  key: string;
  locale: Locale;
  workshop: { id: string; ownerId: string; title: string };
  providerId: string | null;
  contactId: string | null;
  name: string;
  establishment: string;
  email: string | null;
  phone: string | null;
}

/** Who holds a key of this registration. */
export const holderOf = (opened: { registration: Registered; workshop: KeyHolder["workshop"] }): KeyHolder => ({
  ...opened.registration,
  key: opened.registration.id,
  workshop: opened.workshop,
});
type Registered = Omit<KeyHolder, "key" | "workshop"> & { id: string };

/** Who stands beside the holder: the referent of a known provider, else whoever runs the workshop. */
export function describeBeside(holder: KeyHolder) {
  const { locale, workshop } = holder;
  const providerId = livingProvider(holder.providerId);
  const { beside } = providerId
    ? readBeside(providerId, { locale })
    : besideAt(workshop.ownerId, { locale, userId: listFacilitators(workshop.id)[0]?.id });
  return { beside, callbackId: newId() };
}
export type BesidePage = ReturnType<typeof describeBeside>;

/** « Rappelez-moi » from a page of the workshop, back to it; a few an hour for one key. */
export async function callFromKey(holder: KeyHolder, fields: FormData, here: string) {
  if (await isLimited("mailbox", holder.key)) throw notFound();
  await countAttempt("mailbox", holder.key);
  return redirectWithToast(here, await answering(() => noteCall(holder, fields)));
}

function noteCall(holder: KeyHolder, fields: FormData): Toast {
  const { locale, contactId } = holder;
  const providerId = livingProvider(holder.providerId);
  if (providerId)
    return takeCallback(keyHolder(holder.key, { locale, providerIds: [providerId] }), providerId, { fields, contactId });
  const { beside } = describeBeside(holder);
  const write = sqlite().transaction(() => {
    mailCallback(holder, String(fields.get("text") ?? "").slice(0, 1000));
    audit(`link:${holder.key}`, {
      command: "workshop.callBack",
      subjectId: holder.workshop.id,
      ownerId: holder.workshop.ownerId,
      detail: "",
      at: now(),
    });
  });
  write.immediate();
  const t = translator(locale);
  return { text: beside.office ? t("beside:called", { name: beside.name }) : t("beside:calledOffice"), tone: "ok" };
}

function livingProvider(providerId: string | null): string | undefined {
  if (!providerId) return undefined;
  const isLiving = and(eq(providers.id, providerId), isNull(providers.deletedAt));
  return db().select({ id: providers.id }).from(providers).where(isLiving).get()?.id;
}
