import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportWatch } from "~/features/resources/watch-export.server";
import { answering } from "~/http/responses.server";

/** The news that the office kept. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportWatch(actor, request), { list: "watch", format: "xlsx", request }));
}
