import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { answerExport } from "~/features/exports/commands.server";
import { exportMails } from "~/features/notifications/sent-export.server";
import { answering } from "~/http/responses.server";

/** The mails of the list's own filters. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportMails(actor, request), { list: "mails", format: "xlsx", request }));
}
