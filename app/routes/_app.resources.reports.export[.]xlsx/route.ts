import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportReports } from "~/features/resources/reports-export.server";
import { answering } from "~/http/responses.server";

/** What colleagues of the network tell. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportReports(actor, request), { list: "reports", format: "xlsx", request }));
}
