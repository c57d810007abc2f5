import type { Actor } from "~/access/actor";
import { errorText } from "~/http/form.server";
import type { Toast } from "~/http/toast.server";
import { readUpload } from "~/http/upload.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { fileLimits } from "./model";
import { choosePicture, type PictureCarrier, type PictureSubject, removePicture } from "./picture.commands.server";
import { storeFile } from "./storage.server";

/** A posted picture form, or a removal (`?remove=yes`), and what the page says of it. */
export async function receivePicture(
  actor: Actor,
  carrier: PictureCarrier,
  asked: { subject: PictureSubject; request: Request },
): Promise<Toast> {
  const t = translator(actor.locale);
  if (new URL(asked.request.url).searchParams.get("remove") === "yes") {
    removePicture(actor, carrier, asked.subject);
    return { text: t("files:picture.removed"), tone: "ok" };
  }
  try {
    await uploadPicture(actor, carrier, asked);
    return { text: t("files:picture.saved"), tone: "ok" };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { text: errorText(actor.locale, error.key, error.values), tone: "warn" };
  }
}

/**
 * Takes the one image of a posted form as the picture of its subject. Throws RuleError `noImage` for an
 * empty form, `fileNotImage` for anything else than an image, and what storing a file throws.
 */
async function uploadPicture(
  actor: Actor,
  carrier: PictureCarrier,
  asked: { subject: PictureSubject; request: Request },
): Promise<void> {
  const upload = await readUpload(asked.request, { ...fileLimits, files: 1 });
  try {
    const [uploaded] = upload.files;
    if (!uploaded) throw new RuleError("noImage", {}, "files");
    const file = await storeFile(uploaded);
    if (file.kind !== "image") throw new RuleError("fileNotImage", { name: uploaded.name }, "files");
    choosePicture(actor, carrier, { subject: asked.subject, file });
  } finally {
    upload.discard();
  }
}
