import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { getFile } from "~/features/files/queries.server";
import { filePath } from "~/features/files/storage.server";
import { storedFile } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** A file's bytes, for whoever may see what it is attached to. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const file = await answering(() => getFile(actor, asked.params.fileId ?? ""));
  return storedFile(filePath(file.id), { ...file, isInline: file.kind === "image" });
}
