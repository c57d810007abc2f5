import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { onDone } from "~/commands/run.server";
import { forgetConfig } from "~/config.server";
import { sqlite } from "~/db/client.server";
import { addAction } from "~/features/action-plans/actions.commands.server";
import { recordAnswer } from "~/features/action-plans/answers.commands.server";
import { actionSchema } from "~/features/action-plans/form";
import { getAction, getPlanHead } from "~/features/action-plans/queries.server";
import { deleteCoachingSession, restoreCoachingSession } from "~/features/coaching/commands.server";
import { getCoachingSession, getDeletedCoachingSession } from "~/features/coaching/queries.server";
import { closeWorkshop, recordAttendance } from "~/features/workshops/attendance.commands.server";
import { openWorkshop } from "~/features/workshops/commands.server";
import { cancelRegistration } from "~/features/workshops/registrations.commands.server";
import { setClock } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { webhookEvents } from "~/lib/vocabulary";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeDraft, makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { addWebhook, changeWebhook, renewSecret } from "./commands.server";
import { deliver } from "./deliver.commands.server";
import { tellOfCommand } from "./events.server";
import { getWebhook, listDeliveries, listWebhooks } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}
const received: Received[] = [];
let status = 204;
let server: Server;
let host = "";
beforeAll(async () => {
  forgetConfig();
  onDone(tellOfCommand);
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status, { location: "https://elsewhere.example/" }).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  host = typeof address === "object" && address ? `127.0.0.1:${address.port}` : "";
});
afterAll(() => {
  onDone();
  server.close().closeAllConnections();
});

/** An office whose webhook leads to this test's own server. */
function makeHook() {
  const office = makeOrganisation();
  const director = makeMember(office.id, "director");
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const owner = authorize(director, "api.manage", office);
  const id = newId();
  const secret = addWebhook(director, owner, { id, name: "Site", url: "https://site.example/", events: [...webhookEvents] });
  sqlite().prepare("UPDATE webhooks SET url = ? WHERE id = ?").run(`http://${host}/`, id);
  return { office, director, facilitator, owner, id, secret, row: () => getWebhook(director, id) };
}
type Hook = ReturnType<typeof makeHook>;

const deliveriesOf = (hook: Hook) => listDeliveries(hook.row());
const send = (deliveryId: string, isLastTry = false) => deliver(deliveryId, { isLastTry, testHosts: [host] });
const failing = async (deliveryId: string) => expect(send(deliveryId)).rejects.toThrow("webhook");

function testDelivery(hook: Hook): string {
  changeWebhook(hook.director, hook.row(), "test");
  return deliveriesOf(hook)[0]?.id ?? "";
}

function sign(secret: string, { headers, body }: Received): string {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

describe("a webhook", () => {
  it("is told of sessions, workshops, registrations and reports, in ids and counts alone", () => {
    const hook = makeHook();
    const provider = makeProvider(hook.facilitator, hook.office, { name: "Gîte des Pins" });
    const participants = [{ providerId: provider.id, presence: "present" as const }];
    makeSession(hook.facilitator, hook.office, { participants, note: "Fiche revue" });
    makeDraft(hook.facilitator, hook.office);
    const workshop = makeWorkshop(hook.facilitator, hook.office);
    makeRegistration(workshop, { name: "Maëlle Garricq", email: "maelle@hote.example" });
    tellOfCommand({ name: "report.finish", id: newId(), ownerId: hook.office.id, input: null });
    expect(
      deliveriesOf(hook)
        .map((one) => one.event)
        .sort(),
    ).toEqual(["registration.made", "report.finished", "session.saved", "workshop.published"]);
    const bodies = sqlite().prepare("SELECT body FROM webhook_deliveries WHERE webhook_id = ?").pluck().all(hook.id).join("\n");
    expect(bodies).toContain(workshop.id);
    expect(bodies).not.toMatch(/Maëlle|hote\.example|Fiche|Pins|Anaïs/);
  });

  it("is told of what is corrected, deleted and brought back, of other work, of the end of a workshop and of a seat given back", () => {
    const hook = makeHook();
    const { facilitator, office } = hook;
    const eventsOf = (act: () => unknown) => {
      const known = new Set(deliveriesOf(hook).map(({ id }) => id));
      act();
      const fresh = deliveriesOf(hook).filter(({ id }) => !known.has(id));
      return fresh.map(({ event }) => event).sort();
    };
    const id = makeSession(facilitator, office);
    const session = () => authorize(facilitator, "coaching.delete", getCoachingSession(facilitator, id, "coaching.delete"));
    expect(eventsOf(() => deleteCoachingSession(facilitator, session()))).toEqual(["session.deleted"]);
    const deleted = authorize(facilitator, "coaching.delete", getDeletedCoachingSession(facilitator, id));
    expect(eventsOf(() => restoreCoachingSession(facilitator, deleted))).toEqual(["session.saved"]);
    const workshop = makeWorkshop(facilitator, office);
    const registration = makeRegistration(workshop, { name: "Odile Bardet" });
    expect(eventsOf(() => cancelRegistration(facilitator, { ...registration, workshopId: workshop.id }))).toEqual([
      "registration.cancelled",
    ]);
    setClock(() => Date.parse("2026-12-10T13:05:00Z"));
    const held = authorize(facilitator, "workshop.hold", workshop);
    openWorkshop(facilitator, held);
    recordAttendance(facilitator, held, { id: newId(), presences: {}, walkIns: "", headCount: 4, areAllPresent: false });
    expect(eventsOf(() => closeWorkshop(facilitator, held))).toEqual(["session.saved", "workshop.held"]);
    setClock(() => Date.parse("2026-11-24T10:00:00Z"));
  });

  it("is told of a step done, by the host or written down on their behalf, and of nothing else that is said", () => {
    const hook = makeHook();
    const { facilitator } = hook;
    const provider = makeProvider(facilitator, hook.office);
    const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, provider.id, "plan.edit"));
    const { id: actionId } = addAction(facilitator, plan, actionSchema.parse({ id: newId(), title: "Répondre aux avis" }));
    const record = (state: "doing" | "done") => {
      const row = authorize(facilitator, "plan.recordAnswer", getAction(facilitator, actionId, "plan.recordAnswer"));
      recordAnswer(facilitator, row, { id: newId(), actionId, state, way: "phone", saidOn: "2026-11-20", comment: "" });
    };
    record("doing");
    expect(deliveriesOf(hook)).toEqual([]);
    record("done");
    expect(deliveriesOf(hook).map((one) => one.event)).toEqual(["action.done"]);
  });

  it("signs each delivery as Standard Webhooks asks, under one id through every try", async () => {
    const hook = makeHook();
    const id = testDelivery(hook);
    status = 500;
    await failing(id);
    status = 204;
    await send(id);
    const [first, second] = received.slice(-2);
    if (!first || !second) throw new Error("nothing came");
    expect(first.headers["webhook-id"]).toBe(id);
    expect(second.headers["webhook-id"]).toBe(id);
    expect(second.headers["webhook-signature"]).toBe(sign(hook.secret, second));
    expect(JSON.parse(second.body)).toMatchObject({ type: "test", data: { organisationId: hook.office.id } });
    expect(deliveriesOf(hook)[0]).toMatchObject({ state: "delivered", attempts: 2, status: 204 });
    await send(id);
    expect(received.filter((one) => one.headers["webhook-id"] === id)).toHaveLength(2);
  });

  it("signs with the new secret alone once it is renewed; neither stands in clear", async () => {
    const hook = makeHook();
    const secret = renewSecret(hook.director, hook.row());
    await send(testDelivery(hook));
    const last = received.at(-1);
    expect(last?.headers["webhook-signature"]).toBe(last && sign(secret, last));
    expect(last?.headers["webhook-signature"]).not.toBe(last && sign(hook.secret, last));
    expect(JSON.stringify(sqlite().prepare("SELECT * FROM webhooks WHERE id = ?").get(hook.id))).not.toContain(secret);
    expect(listWebhooks(hook.owner)[0]).not.toHaveProperty("sealedSecret");
  });

  it("follows no redirect, and counts it as a failure", async () => {
    const hook = makeHook();
    status = 302;
    await failing(testDelivery(hook));
    status = 204;
    expect(deliveriesOf(hook)[0]).toMatchObject({ state: "waiting", status: 302 });
  });

  it("reaches nothing that is not public", async () => {
    const hook = makeHook();
    const id = testDelivery(hook);
    const before = received.length;
    await expect(deliver(id, { isLastTry: false })).rejects.toThrow("scheme");
    sqlite().prepare("UPDATE webhooks SET url = 'https://localhost/' WHERE id = ?").run(hook.id);
    await expect(deliver(id, { isLastTry: false })).rejects.toThrow("private");
    expect(received).toHaveLength(before);
    for (const url of ["http://site.example/", "https://10.0.0.1/", "https://[::1]/", "https://site.example:8443/"])
      expect(() => addWebhook(hook.director, hook.owner, { id: newId(), name: "x", url, events: ["session.saved"] })).toThrow(
        "webhookAddress",
      );
  });

  it("is stopped after five failures in a row, with a mail to whoever made it; started again, it counts anew", async () => {
    const hook = makeHook();
    status = 500;
    for (let n = 0; n < 5; n += 1) {
      makeSession(hook.facilitator, hook.office);
      await send(deliveriesOf(hook)[0]?.id ?? "", true);
    }
    expect(hook.row()).toMatchObject({ endedBy: "failures", failures: 5 });
    const mails = "SELECT count(*) FROM mails WHERE kind = 'webhook.stopped' AND owner_id = ?";
    expect(sqlite().prepare(mails).pluck().get(hook.office.id)).toBe(1);
    makeSession(hook.facilitator, hook.office);
    expect(deliveriesOf(hook)).toHaveLength(5);
    status = 204;
    changeWebhook(hook.director, hook.row(), "start");
    makeSession(hook.facilitator, hook.office);
    await send(deliveriesOf(hook)[0]?.id ?? "");
    expect(hook.row()).toMatchObject({ endedAt: null, failures: 0 });
  });

  it("is stopped at once by an address that says it is gone", async () => {
    const hook = makeHook();
    makeSession(hook.facilitator, hook.office);
    status = 410;
    await send(deliveriesOf(hook)[0]?.id ?? "");
    status = 204;
    expect(hook.row().endedBy).toBe("failures");
  });

  it("is out of sight for another office, and for the facilitator", () => {
    const hook = makeHook();
    expect(() => getWebhook(makeHook().director, hook.id)).toThrow("webhook");
    expect(() => getWebhook(hook.facilitator, hook.id)).toThrow("webhook");
  });

  it("is told nothing of a command that failed", () => {
    const hook = makeHook();
    expect(() => makeSession(hook.facilitator, hook.office, { heldOn: "2030-01-01" })).toThrow("dayFuture");
    expect(deliveriesOf(hook)).toEqual([]);
  });
});
