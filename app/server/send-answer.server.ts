import { sendRemixResponse } from "@remix-run/express/dist/server.js";
import type { Response as ExpressResponse } from "express";
import { TextResponse } from "~/http/text-response.server";

/** Sends what Remix answered: a text in one piece, anything else as the stream that it is. */
export async function sendAnswer(to: ExpressResponse, answer: Response): Promise<void> {
  if (!(answer instanceof TextResponse)) {
    // A copy made of a TextResponse by its `body` has none: better a fault than a page without its data.
    if (!answer.body && answer.headers.get("Content-Type")?.startsWith("application/json"))
      throw new Error("An answer lost its text");
    return sendRemixResponse(to, answer);
  }
  to.status(answer.status);
  for (const [name, value] of answer.headers.entries()) to.append(name, value);
  to.end(answer.whole);
}
