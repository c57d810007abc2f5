import { expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { addAction } from "~/features/action-plans/actions.commands.server";
import { commentAction } from "~/features/action-plans/comments.commands.server";
import { actionSchema } from "~/features/action-plans/form";
import { getAction, getPlanHead } from "~/features/action-plans/queries.server";
import { leaveMessage } from "~/features/providers/messages.commands.server";
import { getProviderForDesk } from "~/features/providers/messages.queries.server";
import { proposeCorrection } from "~/features/providers/proposals.commands.server";
import { proposalSchema } from "~/features/providers/proposals.form";
import { getProvider } from "~/features/providers/queries.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeAppointment } from "~/testing/factories/agenda";
import { makeAccessRequest } from "~/testing/factories/data-request";
import { makeContact } from "~/testing/factories/record";
import { makeResource } from "~/testing/factories/resource";
import { actorOf, grantTo, makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { describeToday } from "./today.server";

const at = Date.parse("2026-11-24T10:00:00Z");
openTestDatabase({ at: "2026-11-24T10:00:00Z" });

/** An office where each block of the page has one line; nobody follows its providers, so that the office alone tells whose they are. */
function busyOffice(name: string) {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const [mill, quiet] = [
    makeProvider(facilitator, office, { name }),
    makeProvider(facilitator, office, { name: `${name} calme` }),
  ];
  const host = makeProviderLogin(facilitator, mill);
  const contact = makeContact(facilitator, mill, { name: `Odile de ${name}`, phone: "01 99 00 00 01", preferredWay: "phone" });
  const [step, old] = [stepFor(facilitator, mill), stepFor(facilitator, quiet)];
  commentAction(host, authorize(host, "plan.comment", getAction(host, step, "plan.comment")), { id: newId(), text: "Merci" });
  const longAgo = at - 60 * 86_400_000;
  sqlite().prepare("UPDATE action_plans SET created_at = ? WHERE provider_id = ?").run(longAgo, quiet.id);
  sqlite().prepare("UPDATE actions SET created_at = ? WHERE id = ?").run(longAgo, old);
  const colleague = makeMember(office.id, "colleague");
  const about = authorize(colleague, "message.leave", getProviderForDesk(colleague, mill.id, "provider.find"));
  leaveMessage(colleague, about, { id: newId(), text: "Rappeler" });
  makeAppointment(facilitator, mill, { day: "2026-11-26", subject: name });
  const over = makeAppointment(facilitator, mill, { subject: `${name}, tenu` });
  sqlite()
    .prepare("UPDATE appointments SET starts_at = ? WHERE id = ?")
    .run(at - 86_400_000, over);
  makeAccessRequest(host, mill.id);
  const proposal = { id: newId(), subject: "contact", subjectId: contact.id, field: "phone", newValue: "01 99 00 12 34" };
  const proposing = authorize(host, "provider.propose", getProvider(host, mill.id));
  proposeCorrection(host, proposing, proposalSchema.parse(proposal));
  makeResource(facilitator, office, { expiresOn: "2026-11-30" });
  sqlite()
    .prepare(
      "INSERT INTO mails (id, owner_id, recipient, subject, html, text, state, created_at) VALUES (?, ?, 'o@pins.example', 's', '', '', 'failed', ?)",
    )
    .run(newId(), office.id, at);
  sqlite().prepare("UPDATE providers SET referent_id = NULL WHERE owner_id = ?").run(office.id);
  sqlite().prepare("UPDATE messages SET to_user_id = NULL WHERE owner_id = ?").run(office.id);
  return { office, facilitator };
}

function stepFor(facilitator: Actor, provider: { id: string }): string {
  const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, provider.id, "plan.edit"));
  return addAction(facilitator, plan, actionSchema.parse({ id: newId(), title: "Répondre aux avis" })).id;
}

/** Every text of the page's blocks. */
function shown(actor: Actor) {
  const { review, messages, requests, next, toLog, news, toContact, toCall } = describeToday(actor, "2026-11-24", at);
  const titles = (lines: readonly { title: string }[]) => lines.map((line) => line.title).sort();
  return {
    review: review?.text,
    messages: messages.length,
    requests: titles(requests),
    next: titles(next),
    toLog: titles(toLog),
    news: titles(news),
    toContact: titles(toContact),
    toCall: titles(toCall),
  };
}

it("shows what waits in one's own office, and never another's", () => {
  const { facilitator } = busyOffice("Moulin");
  busyOffice("Phare");
  expect(shown(facilitator)).toEqual({
    review: "1 ressource à relire",
    messages: 1,
    requests: expect.arrayContaining([expect.stringMatching(/^1 correction/), expect.stringMatching(/^1 demande/)]),
    next: ["Moulin"],
    toLog: ["Moulin"],
    news: ["Moulin"],
    toContact: ["Moulin calme"],
    toCall: ["Odile de Moulin"],
  });
});

it("brings the offices of somebody who works in two together, with one's own appointments alone", () => {
  const [{ office }, other] = [busyOffice("Moulin"), busyOffice("Phare")];
  const facilitator = makeMember(office.id, "facilitator");
  grantTo(facilitator.userId, other.office.id, "facilitator");
  expect(shown(actorOf(facilitator.userId))).toMatchObject({
    messages: 2,
    next: [],
    toLog: [],
    news: ["Moulin", "Phare"],
    toContact: ["Moulin calme", "Phare calme"],
    toCall: ["Odile de Moulin", "Odile de Phare"],
  });
});

it("says how many corrections wait, and by when the first request is to be answered", () => {
  const { facilitator } = busyOffice("Moulin");
  sqlite().prepare("UPDATE data_requests SET due_on = '2026-12-03'").run();
  const { requests } = describeToday(facilitator, "2026-11-24", at);
  expect(requests.map((line) => line.id)).toEqual(["proposals", "requests", "mails"]);
  expect(requests[1]?.context).toMatch(/3.déc/);
});
