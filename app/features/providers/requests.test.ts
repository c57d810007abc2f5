import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeAppointment } from "~/testing/factories/agenda";
import { lastMailTo } from "~/testing/factories/mail";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { helpSchema } from "./message-form";
import { askHelp } from "./messages.commands.server";
import { getProviderForDesk, listOpenMessages } from "./messages.queries.server";
import { noteRequestCalled, planRequestSession, reopenRequest, replyToRequest, takeRequest } from "./requests.commands.server";
import { findOwnContact, getHelp, listOpenHelp } from "./requests.queries.server";
import { describeOwnHelp } from "./requests-page.server";

openTestDatabase({ at: "2026-11-24T09:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const host = makeProviderLogin(facilitator, gite);
  const email = sqlite().prepare<[string], string>("SELECT email FROM users WHERE id = ?").pluck().get(host.userId) ?? "";
  const ask = (more: object = {}) => {
    const input = helpSchema.parse({ id: newId(), kind: "question", text: "Comment changer mes horaires ?", ...more });
    const provider = authorize(host, "message.ask", getProviderForDesk(host, gite.id, "message.ask"));
    return askHelp(host, provider, { ...input, contactId: findOwnContact(host, gite.id) }).id;
  };
  const handle = (id: string, actor: Actor = facilitator) => authorize(actor, "message.handle", getHelp(actor, id));
  const seen = () => describeOwnHelp(host, gite.id).lines[0];
  return { office, facilitator, gite, host, email, ask, handle, seen };
}

describe("a request for help", () => {
  it("reaches the referent's day and list, with its theme, and the host sees that it was received", () => {
    const { facilitator, ask, seen } = setUp();
    const id = ask({ theme: "website" });
    expect(listOpenMessages(facilitator)).toMatchObject([{ id, kind: "question" }]);
    expect(listOpenHelp(facilitator)).toMatchObject([{ id, theme: "website" }]);
    expect(seen()).toMatchObject({ title: "Question · Site internet", state: "reçue", isDone: false });
  });

  it("answered in writing leaves by mail once; what is written back reaches who answered", () => {
    const { facilitator, email, ask, handle, seen } = setUp();
    const id = ask();
    takeRequest(facilitator, handle(id));
    expect(seen()?.state).toBe("en cours, Anaïs Berthou s’en occupe");
    const row = handle(id);
    replyToRequest(facilitator, row, "Dans la fiche, onglet Horaires.");
    expect(() => replyToRequest(facilitator, row, "Encore")).toThrow(expect.objectContaining({ key: "answeredAlready" }));
    expect(lastMailTo(email)?.text).toContain("Dans la fiche, onglet Horaires.");
    expect(lastMailTo(email)?.text).toContain("Comment changer mes horaires\u202f?");
    const own = sqlite().prepare("SELECT email FROM users WHERE id = ?").pluck().get(facilitator.userId);
    expect(sqlite().prepare("SELECT reply_to FROM mails WHERE recipient = ?").pluck().all(email)).toEqual([own]);
    expect(seen()).toMatchObject({ state: "réponse de Anaïs Berthou", reply: "Dans la fiche, onglet Horaires.", isDone: true });
    expect(listOpenHelp(facilitator)).toEqual([]);
  });

  it("waits until the session that it became is logged", () => {
    const { office, facilitator, gite, ask, handle, seen } = setUp();
    const id = ask({ kind: "help" });
    const sessionId = newId();
    planRequestSession(facilitator, handle(id), sessionId);
    expect(listOpenHelp(facilitator)).toHaveLength(1);
    makeSession(facilitator, office, { id: sessionId, providers: [gite.id] });
    expect(listOpenHelp(facilitator)).toEqual([]);
    expect(listOpenMessages(facilitator)).toEqual([]);
    expect(seen()).toMatchObject({ state: "vu ensemble en séance", isDone: true });
  });

  it("becomes an appointment, or was settled by phone, and opens again", () => {
    const { facilitator, gite, ask, handle, seen } = setUp();
    const id = ask();
    makeAppointment(facilitator, gite, { messageId: id, day: "2026-12-01", confirmed: "" });
    expect(seen()?.state).toBe("rendez-vous pris");
    expect(listOpenHelp(facilitator)).toEqual([]);
    const other = ask();
    noteRequestCalled(facilitator, handle(other));
    expect(listOpenHelp(facilitator)).toEqual([]);
    reopenRequest(facilitator, handle(other));
    expect(listOpenHelp(facilitator)).toHaveLength(1);
  });

  it("is out of sight of another office, of the director's hand and of other hosts", () => {
    const { office, facilitator, gite, ask } = setUp();
    const id = ask();
    for (const actor of [setUp().facilitator, makeMember(office.id, "director"), setUp().host])
      expect(() => getHelp(actor, id)).toThrow(NotFoundError);
    const neighbour = makeProviderLogin(facilitator, makeProvider(facilitator, office));
    expect(describeOwnHelp(neighbour, gite.id).lines).toEqual([]);
  });
});
