import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportPairs } from "~/features/duplicates/pairs-export.server";
import { answerExport } from "~/features/exports/commands.server";
import { answering } from "~/http/responses.server";

/** The records that look alike. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportPairs(actor, request), { list: "duplicates", format: "csv", request }));
}
