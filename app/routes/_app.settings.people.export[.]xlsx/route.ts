import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportPeople } from "~/features/accounts/people-export.server";
import { answerExport } from "~/features/exports/commands.server";
import { answering } from "~/http/responses.server";

/** Who works where the actor manages people. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportPeople(actor, request), { list: "people", format: "xlsx", request }));
}
