import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { fileOf } from "~/features/files/place.queries.server";
import { getResourceFile } from "~/features/resources/files.queries.server";
import { storedFile } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** A file of a resource: what it shows now for its readers, of any version for whoever may edit it. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { slug = "", fileId = "" } = asked.params;
  const file = await answering(() => getResourceFile(actor, slug, fileId));
  return storedFile(fileOf(file.id), { ...file, isInline: file.kind === "image" });
}
