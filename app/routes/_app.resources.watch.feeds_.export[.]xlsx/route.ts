import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportFeeds } from "~/features/resources/feeds-export.server";
import { answering } from "~/http/responses.server";

/** The feeds followed. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportFeeds(actor, request), { list: "feeds", format: "xlsx", request }));
}
