import type { z } from "zod";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import type { requestSchema } from "./message-form";
import { noteRequestCalled, planRequestSession, reopenRequest, replyToRequest, takeRequest } from "./requests.commands.server";
import type { HelpRow } from "./requests.queries.server";

/** Does with a request what its form says. */
export function answerRequest(
  actor: Actor,
  request: Authorized<HelpRow, "message.handle">,
  said: z.output<typeof requestSchema>,
): void {
  switch (said.intent) {
    case "take":
      takeRequest(actor, request);
      break;
    case "reply":
      replyToRequest(actor, request, said.text);
      break;
    case "called":
      noteRequestCalled(actor, request);
      break;
    case "session":
      planRequestSession(actor, request, said.sessionId);
      break;
    case "reopen":
      reopenRequest(actor, request);
      break;
  }
}
