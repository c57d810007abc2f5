import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileOf } from "~/features/files/place.queries.server";
import { getPublicFile } from "~/features/resources/files.queries.server";
import { storedFile } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** What a public resource shows now: its document and its pictures, for anybody. */
export async function loader(asked: LoaderFunctionArgs) {
  const { slug = "", fileId = "" } = asked.params;
  const file = await answering(() => getPublicFile(slug, fileId));
  return storedFile(fileOf(file.id), { ...file, isInline: file.kind === "image" });
}
