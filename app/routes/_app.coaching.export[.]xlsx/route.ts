import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportSessions } from "~/features/coaching/export.server";
import { answerExport } from "~/features/exports/commands.server";

import { answering } from "~/http/responses.server";

/** The log with the page's own filters, as a workbook. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(async () =>
    answerExport(actor, await exportSessions(actor, request), { list: "coaching", format: "xlsx", request }),
  );
}
