// Logs sessions one after another, and says each one's id once it is saved, until it is killed.
import { writeSync } from "node:fs";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { adoptConnection, openDatabase, sqlite } from "~/db/client.server";
import { logCoachingSession } from "~/features/coaching/commands.server";
import { sessionInput } from "~/testing/factories/session";

const [path = "", userId = "", officeId = "", providerId = ""] = process.argv.slice(2);
adoptConnection(openDatabase(path));
const actor = loadActor(userId);
if (!actor) throw new Error("nobody to log sessions");
const office = authorize(actor, "coaching.log", { id: officeId, ownerId: officeId, zone: "Europe/Paris" });
for (;;) {
  const input = sessionInput({ ownerId: officeId, providers: [providerId], heldOn: "2026-01-05", nextStep: "Répondre aux avis" });
  logCoachingSession(actor, office, input);
  writeSync(1, `${input.id}\n`);
  // The log is emptied into the file now and then, so that kills fall into that too.
  if (Math.random() < 0.02) sqlite().pragma("wal_checkpoint(TRUNCATE)");
}
