import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportLinks } from "~/features/resources/links-export.server";
import { answering } from "~/http/responses.server";

/** The addresses to look at again. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportLinks(actor, request), { list: "links", format: "csv", request }));
}
