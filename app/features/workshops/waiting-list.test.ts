import fc from "fast-check";
import { expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { setClock } from "~/lib/clock";
import { RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeRegistration, makeWorkshop, workshopInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { changeWorkshop } from "./commands.server";
import { acceptOffer, cancelRegistration, expireOffer } from "./registrations.commands.server";
import { visitor } from "./visitor";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const start = Date.parse("2026-11-24T10:00:00Z");
const offerMinutes = 60;

type State = "registered" | "offered" | "waiting" | "gone";
interface Person {
  id: string;
  state: State;
  expiresAt: number;
}
/** What the rules say, without a database. */
interface Model {
  capacity: number;
  at: number;
  /** In the order of arrival. */
  people: Person[];
}
interface Real {
  actor: Actor;
  workshop: { id: string; ownerId: string };
  capacity: number;
}

const taken = (model: Model) => model.people.filter((one) => one.state === "registered" || one.state === "offered").length;

function offerFree(model: Model): void {
  for (const one of model.people) {
    if (taken(model) >= model.capacity) return;
    if (one.state !== "waiting") continue;
    one.state = "offered";
    one.expiresAt = model.at + offerMinutes * 60_000;
  }
}

class Register implements fc.Command<Model, Real> {
  check = () => true;
  run(model: Model, real: Real): void {
    const { id, state } = makeRegistration(real.workshop);
    const expected = taken(model) < model.capacity ? "registered" : "waiting";
    expect(state).toBe(expected);
    model.people.push({ id, state: expected, expiresAt: 0 });
    agree(model, real);
  }
  toString = () => "register";
}

class Cancel implements fc.Command<Model, Real> {
  constructor(readonly which: number) {}
  check = (model: Model) => model.people.length > 0;
  run(model: Model, real: Real): void {
    const one = pick(model, this.which);
    cancelRegistration(visitor("fr"), { id: one.id, workshopId: real.workshop.id });
    if (one.state !== "gone") one.state = "gone";
    offerFree(model);
    agree(model, real);
  }
  toString = () => `cancel(${this.which})`;
}

class Accept implements fc.Command<Model, Real> {
  constructor(readonly which: number) {}
  check = (model: Model) => model.people.some((one) => one.state === "offered");
  run(model: Model, real: Real): void {
    const offered = model.people.filter((one) => one.state === "offered");
    const one = pick({ ...model, people: offered }, this.which);
    const accept = () => acceptOffer(visitor("fr"), { id: one.id, workshopId: real.workshop.id });
    if (one.expiresAt > model.at) {
      accept();
      one.state = "registered";
    } else {
      expect(accept).toThrow(RuleError);
      one.state = "gone";
      offerFree(model);
    }
    agree(model, real);
  }
  toString = () => `accept(${this.which})`;
}

/** The clock goes on, and the jobs that were due run in their order. */
class Wait implements fc.Command<Model, Real> {
  constructor(readonly minutes: number) {}
  check = () => true;
  run(model: Model, real: Real): void {
    model.at += this.minutes * 60_000;
    setClock(() => model.at);
    for (const one of [...model.people]) {
      if (one.state !== "offered" || one.expiresAt > model.at) continue;
      expireOffer(one.id);
      one.state = "gone";
      offerFree(model);
    }
    agree(model, real);
  }
  toString = () => `wait(${this.minutes})`;
}

class Resize implements fc.Command<Model, Real> {
  constructor(readonly capacity: number) {}
  check = () => true;
  run(model: Model, real: Real): void {
    const version = Number(sqlite().prepare("SELECT version FROM workshops WHERE id = ?").pluck().get(real.workshop.id));
    const input = workshopInput({ id: real.workshop.id, version, capacity: this.capacity, offerMinutes });
    const resize = () => changeWorkshop(real.actor, authorize(real.actor, "workshop.plan", real.workshop), input);
    if (this.capacity < taken(model)) expect(resize).toThrow(RuleError);
    else {
      resize();
      model.capacity = this.capacity;
      offerFree(model);
    }
    agree(model, real);
  }
  toString = () => `resize(${this.capacity})`;
}

function pick(model: Model, which: number): Person {
  const one = model.people[which % model.people.length];
  if (!one) throw new Error("nobody");
  return one;
}

/** The database says what the model says, and the promises of the waiting list hold. */
function agree(model: Model, real: Real): void {
  const rows = sqlite()
    .prepare<[string], { id: string; state: string; email: string }>(
      "SELECT id, state, email FROM workshop_registrations WHERE workshop_id = ? ORDER BY position",
    )
    .all(real.workshop.id);
  const simple = (state: string) => (state === "cancelled" || state === "expired" ? "gone" : state);
  expect(rows.map((row) => [row.id, simple(row.state)])).toEqual(model.people.map((one) => [one.id, one.state]));
  const seated = rows.filter((row) => row.state === "registered" || row.state === "offered");
  const waiting = rows.filter((row) => row.state === "waiting");
  expect(seated.length).toBeLessThanOrEqual(model.capacity);
  if (waiting.length > 0) expect(seated).toHaveLength(model.capacity);
  const living = [...seated, ...waiting].map((row) => row.email);
  expect(new Set(living).size).toBe(living.length);
  const state = sqlite().prepare("SELECT state FROM workshops WHERE id = ?").pluck().get(real.workshop.id);
  expect(state).toBe(seated.length >= model.capacity ? "full" : "published");
}

it("keeps every promise over any history of registrations, offers, capacities and hours", () => {
  const office = makeOrganisation();
  const actor = makeMember(office.id, "facilitator");
  const commands = [
    fc.constant(new Register()),
    fc.constant(new Register()),
    fc.nat(30).map((which) => new Cancel(which)),
    fc.nat(30).map((which) => new Accept(which)),
    fc.integer({ min: 1, max: 90 }).map((minutes) => new Wait(minutes)),
    fc.integer({ min: 1, max: 6 }).map((capacity) => new Resize(capacity)),
  ];
  const runs = Number(process.env.WAITING_LIST_RUNS ?? 25);
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 40 }), (history) => {
      setClock(() => start);
      const workshop = makeWorkshop(actor, office, { capacity: 2, offerMinutes });
      const setup = () => ({ model: { capacity: 2, at: start, people: [] }, real: { actor, workshop, capacity: 2 } });
      fc.modelRun(setup, history);
    }),
    { numRuns: runs },
  );
  setClock(() => start);
});
