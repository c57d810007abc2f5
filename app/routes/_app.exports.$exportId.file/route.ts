import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { getExport } from "~/features/exports/queries.server";
import { preparedFile } from "~/http/file.server";
import { answering, notFound } from "~/http/responses.server";

/** A prepared file, for the one who asked for it alone. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { path, name, bytes, format } = await answering(() => getExport(actor, asked.params.exportId ?? ""));
  if (bytes === undefined) throw notFound();
  return preparedFile(path, { name, bytes, type: format === "csv" ? "text/csv" : "xlsx" });
}
