import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { registerProvider } from "~/features/providers/commands.server";
import { registerProviderSchema } from "~/features/providers/form";
import { fold } from "~/lib/fold";
import { beginnings, endings, firstNames, kindShares, lastNames } from "./names";
import type { DemoOffice } from "./places";
import type { Random } from "./random";

interface Seeding {
  random: Random;
  actor: Actor;
  office: { id: string; ownerId: string; zone: string };
  place: DemoOffice;
}

/** Registers the office's providers, by the command that a facilitator's form calls; returns their ids. */
export function seedProviders(seeding: Seeding): string[] {
  const { random, actor, place } = seeding;
  const taken = new Set<string>();
  const office = authorize(actor, "provider.register", seeding.office);
  return Array.from({ length: place.providers }, () => {
    const kind = pickByShare(random, kindShares);
    const name = nameOf(random, beginnings[kind], taken);
    const contact = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
    const [, commune] = random.pick(place.communes);
    const input = registerProviderSchema.parse({
      id: random.id(),
      name,
      kind,
      commune,
      contactName: random.next() < 0.92 ? contact : undefined,
      email: random.next() < 0.85 ? `bonjour@${fold(name).replace(/[^a-z0-9]+/g, "-")}.example` : undefined,
      phone: random.next() < 0.9 ? `01 99 00 ${twoDigits(random)} ${twoDigits(random)}` : undefined,
    });
    return registerProvider(actor, office, input).id;
  });
}

export function pickByShare<T>(random: Random, shares: readonly (readonly [T, number])[]): T {
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  let left = random.next() * total;
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  const [last] = random.pick(shares);
  return last;
}

/** A name that no other provider of the office has. */
function nameOf(random: Random, first: readonly string[], taken: Set<string>): string {
  for (let tries = 0; tries < 200; tries += 1) {
    const name = `${random.pick(first)} ${random.pick(endings)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
  throw new Error("no name left");
}

const twoDigits = (random: Random): string => String(random.below(100)).padStart(2, "0");
