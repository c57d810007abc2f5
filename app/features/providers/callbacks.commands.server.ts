import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { readBeside } from "~/features/accounts/beside.queries.server";
import { parseFields } from "~/http/form.server";
import { notFound } from "~/http/responses.server";
import { translator } from "~/i18n/translate";
import { callbackSchema } from "./message-form";
import { askCallback } from "./messages.commands.server";
import { getProviderForDesk } from "./messages.queries.server";

/**
 * « Rappelez-moi » as posted from any page that a host sees; answers the words that say it is noted.
 * Throws NotFoundError out of the actor's sight.
 */
export function takeCallback(
  actor: Actor,
  providerId: string,
  { fields, contactId }: { fields: FormData; contactId: string | null },
): { text: string; tone: "ok" } {
  const form = parseFields(fields, callbackSchema, actor.locale);
  if (!form.isValid) throw notFound();
  const row = getProviderForDesk(actor, providerId, "message.callBack");
  askCallback(actor, authorize(actor, "message.callBack", row), { ...form.value, contactId });
  const { beside } = readBeside(providerId, { locale: actor.locale });
  const t = translator(actor.locale);
  return { text: beside.office ? t("beside:called", { name: beside.name }) : t("beside:calledOffice"), tone: "ok" };
}
