import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { errorText } from "~/http/form.server";
import type { Toast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { NotFoundError, RuleError } from "~/lib/errors";
import { paths } from "~/paths";
import { collectionChangeSchema } from "./collection.form";
import { changeCollection, deleteCollection } from "./collections.commands.server";

type Collection = Authorized<{ id: string; ownerId: string | null }, "resource.edit">;

/** One button of a collection's page: its list changed, or the whole taken away. Throws NotFoundError for what is neither. */
export function receiveCollectionChange(actor: Actor, collection: Collection, posted: FormData): { to?: string; toast?: Toast } {
  if (posted.get("intent") === "delete") {
    deleteCollection(actor, collection);
    const text = translator(actor.locale)("resources:collections.deleted");
    return { to: paths.collections(), toast: { text, tone: "ok" } };
  }
  const parsed = collectionChangeSchema.safeParse(Object.fromEntries(posted));
  if (!parsed.success) throw new NotFoundError("intent");
  try {
    changeCollection(actor, collection, parsed.data);
    return {};
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { toast: { text: errorText(actor.locale, error.key, error.values), tone: "warn" } };
  }
}
