import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import type { StoredFile } from "~/features/files/commands.server";
import type { FileKind } from "~/features/files/model";
import { errorText } from "~/http/form.server";
import type { Toast } from "~/http/toast.server";
import { type Locale, translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import {
  addTextPicture,
  chooseDocument,
  choosePicture,
  removeTextPicture,
  withdrawDocument,
  withdrawPicture,
} from "./files.commands.server";

type Resource = Authorized<{ id: string; ownerId: string | null }, "resource.edit">;

interface Asked {
  /** `picture`, `text`, or the document. */
  as: string | null;
  /** What is taken away: a picture of the text by its id, anything else by a word. */
  removed: string | null;
  receive(kind: FileKind): Promise<StoredFile>;
}

/** What a form of the page of files sent, done, and what the page says of it. */
export async function receiveResourceFile(actor: Actor, resource: Resource, asked: Asked): Promise<Toast> {
  try {
    return asked.removed ? takeAway(actor, resource, asked) : await add(actor, resource, asked);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { text: errorText(actor.locale, error.key, error.values), tone: "warn" };
  }
}

async function add(actor: Actor, resource: Resource, { as, receive }: Asked): Promise<Toast> {
  if (as === "picture" || as === "text") {
    const picture = await receive("image");
    if (as === "picture") choosePicture(actor, resource, picture);
    else addTextPicture(actor, resource, picture);
    return said(actor.locale, "pictureSaved");
  }
  chooseDocument(actor, resource, await receive("document"));
  return said(actor.locale, "saved");
}

function takeAway(actor: Actor, resource: Resource, { as, removed }: Asked): Toast {
  if (as === "picture") withdrawPicture(actor, resource);
  else if (as === "text") removeTextPicture(actor, resource, removed ?? "");
  else withdrawDocument(actor, resource);
  return said(actor.locale, as === null ? "withdrawn" : "pictureRemoved");
}

const said = (locale: Locale, key: "saved" | "withdrawn" | "pictureSaved" | "pictureRemoved"): Toast => ({
  text: translator(locale)(`resources:file.${key}`),
  tone: "ok",
});
