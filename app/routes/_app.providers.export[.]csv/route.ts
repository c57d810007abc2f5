import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportProviders } from "~/features/providers/export.server";

import { answering } from "~/http/responses.server";

/** The providers of the list's own filters. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(async () =>
    answerExport(actor, await exportProviders(actor, request), { list: "providers", format: "csv", request }),
  );
}
