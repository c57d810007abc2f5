import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportCorrections } from "~/features/providers/corrections-export.server";
import { answering } from "~/http/responses.server";

/** What is still to report to the information system. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() =>
    answerExport(actor, exportCorrections(actor, request), { list: "sitCorrections", format: "csv", request }),
  );
}
