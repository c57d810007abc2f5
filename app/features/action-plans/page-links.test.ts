import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { findProvidersForDesk, listOpenMessages } from "~/features/providers/messages.queries.server";
import { listContacts, listEstablishments, listProvidersById } from "~/features/providers/queries.server";
import { setClock } from "~/lib/clock";
import { ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { addAction } from "./actions.commands.server";
import { answerAction } from "./answers.commands.server";
import { actionSchema } from "./form";
import { describeLinkPage } from "./link-page.server";
import { renewPageLink, revokePageLink, sendPageLink } from "./links.commands.server";
import { actorOfLink, getPageLink, getPageLinkToRevoke, listPageLinks } from "./links.queries.server";
import { getAction, getPlanHead, listActions } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });
const day = 86_400_000;
const start = Date.parse("2026-11-24T10:00:00Z");

function setUp() {
  setClock(() => start);
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office);
  const contactId = newId();
  sqlite()
    .prepare(
      "INSERT INTO contacts (id, owner_id, provider_id, name, email, phone, created_at) VALUES (?, ?, ?, 'Odile', ?, '+33199000002', 0)",
    )
    .run(contactId, office.id, gite.id, `odile-${contactId}@gite.example`);
  const head = authorize(facilitator, "plan.edit", getPlanHead(facilitator, gite.id, "plan.edit"));
  const { id: actionId } = addAction(facilitator, head, actionSchema.parse({ id: newId(), title: "Répondre aux avis" }));
  const id = newId();
  sendPageLink(facilitator, head, { id, contactId });
  return { office, facilitator, gite, contactId, head, actionId, id, token: tokenOf(contactId) };
}

/** The token as the mail carries it: the database has its hash alone. */
function tokenOf(contactId: string): string {
  const text = sqlite()
    .prepare<[string], string>("SELECT text FROM mails WHERE recipient = ? ORDER BY created_at DESC, rowid DESC LIMIT 1")
    .pluck()
    .get(`odile-${contactId}@gite.example`);
  return /\/p\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";
}

describe("a page link", () => {
  it("opens its provider's plan for 90 days, with a token of 256 bits that is kept nowhere", () => {
    const { token, gite, id } = setUp();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(sqlite().prepare("SELECT token_hash FROM page_links WHERE id = ?").pluck().get(id)).not.toContain(token);
    const page = describeLinkPage(getPageLink(token), token, new URLSearchParams());
    expect(page.plan?.next?.title).toBe("Répondre aux avis");
    setClock(() => start + 91 * day);
    expect(getPageLink(token).state).toBe("expired");
    expect(describeLinkPage(getPageLink(token), token, new URLSearchParams())).toMatchObject({ spent: { canRenew: true } });
    expect(gite.id).toBe(getPageLink(token).providerId);
  });

  it("shows no contact, no establishment, no other provider, and no other action", () => {
    const { token, gite, office, facilitator, contactId } = setUp();
    const other = setUp();
    const actor = actorOfLink(getPageLink(token));
    expect(listContacts(actor, gite.id)).toEqual([]);
    expect(listEstablishments(actor, gite.id)).toEqual([]);
    expect(listProvidersById(actor, [gite.id], "provider.view")).toEqual([]);
    expect(findProvidersForDesk(actor, gite.name)).toEqual([]);
    expect(listOpenMessages(actor)).toEqual([]);
    expect(listActions(actor, other.gite.id)).toEqual([]);
    expect(() => getAction(actor, other.actionId, "plan.answer")).toThrow(NotFoundError);
    const shown = JSON.stringify(describeLinkPage(getPageLink(token), token, new URLSearchParams()));
    for (const secret of ["Odile", "gite.example", "99 00 00 02", contactId]) expect(shown).not.toContain(secret);
    const head = getPlanHead(facilitator, gite.id, "plan.edit");
    expect(() => authorize(actor, "plan.edit", head)).toThrow(ForbiddenError);
    expect(office.id).toBe(head.ownerId);
  });

  it("asks before it answers: a GET changes nothing", () => {
    const { token, actionId, facilitator } = setUp();
    const page = describeLinkPage(getPageLink(token), token, new URLSearchParams({ actionId, answer: "done" }));
    expect(page.confirm).toMatchObject({ actionId, answer: "done" });
    expect(getAction(facilitator, actionId, "plan.view").state).toBe("todo");
    const actor = actorOfLink(getPageLink(token));
    const action = authorize(actor, "plan.answer", getAction(actor, actionId, "plan.answer"));
    answerAction(actor, action, { answer: "done", comment: "", contactId: getPageLink(token).contactId });
    expect(getAction(facilitator, actionId, "plan.view").state).toBe("done");
  });

  it("ends when revoked, when its contact leaves, and is renewed to that contact alone", () => {
    const { token, facilitator, id, gite, contactId } = setUp();
    expect(listPageLinks(facilitator, gite.id)).toHaveLength(1);
    setClock(() => start + 91 * day);
    renewPageLink(actorOfLink(getPageLink(token)), getPageLink(token));
    const fresh = tokenOf(contactId);
    expect(getPageLink(fresh)).toMatchObject({ state: "valid", providerId: gite.id, contactId });
    revokePageLink(facilitator, authorize(facilitator, "plan.edit", getPageLinkToRevoke(facilitator, id)));
    expect(getPageLink(token).state).toBe("revoked");
    expect(() => renewPageLink(actorOfLink(getPageLink(token)), getPageLink(token))).toThrow(NotFoundError);
    sqlite().prepare("UPDATE contacts SET deleted_at = 1 WHERE id = ?").run(contactId);
    expect(getPageLink(fresh).state).toBe("revoked");
  });

  it("goes to no one without an address, nor to another provider's contact, and is revoked by its own office only", () => {
    const { facilitator, head, id, contactId } = setUp();
    const other = setUp();
    expect(() => sendPageLink(facilitator, head, { id: newId(), contactId: other.contactId })).toThrow(NotFoundError);
    sqlite().prepare("UPDATE contacts SET email = NULL WHERE id = ?").run(contactId);
    expect(() => sendPageLink(facilitator, head, { id: newId(), contactId })).toThrow(RuleError);
    expect(() => getPageLinkToRevoke(other.facilitator, id)).toThrow(NotFoundError);
    expect(() => getPageLink("nothing")).toThrow(NotFoundError);
  });
});
