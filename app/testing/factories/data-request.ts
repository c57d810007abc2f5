import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requestSchema } from "~/features/own-data/model";
import { askAboutData } from "~/features/own-data/requests.commands.server";
import { getProvider } from "~/features/providers/queries.server";
import { newId } from "~/lib/ids";

/** A host asks to read all that is kept of its provider; returns the request's id. */
export function makeAccessRequest(host: Actor, providerId: string): string {
  const row = authorize(host, "ownData.ask", getProvider(host, providerId));
  return askAboutData(host, row, requestSchema.parse({ id: newId(), kind: "access" })).id;
}
