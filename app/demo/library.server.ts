import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { db } from "~/db/client.server";
import { resourceLinks } from "~/db/schema/resources.server";
import { correctResource, writeResource } from "~/features/resources/commands.server";
import { type ResourceInput, resourceSchema } from "~/features/resources/form";
import { noteOutcome } from "~/features/resources/links.commands.server";
import { failuresOfDead } from "~/features/resources/links.model";
import { getResource } from "~/features/resources/queries.server";
import { reportSchema } from "~/features/resources/report.form";
import { tellExperience } from "~/features/resources/reports.commands.server";
import { addWatchItem } from "~/features/resources/watch.commands.server";
import { watchItemSchema } from "~/features/resources/watch.form";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import type { Random } from "./random";

export interface Seeding {
  random: Random;
  actor: Actor;
  office: { id: string; ownerId: string };
  today: string;
}

const rowsOf = (name: string) =>
  z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(readFileSync(resolve(`content/demo/${name}.json`), "utf8")));
const ago = (row: Record<string, unknown>, unit: string) => z.number().parse(row[unit]);

/** What an office keeps beside the shipped sheets: links, what colleagues tell, a year of the watch. */
export function seedLibrary({ random, actor, office, today }: Seeding, part: { isFirst: boolean }): void {
  const at = (day: string) => setClock(() => Date.parse(`${day}T08:30:00Z`));
  const isMine = (number: number) => (number % 4 !== 3) === part.isFirst;
  seedLinks({ random, actor, office, today }, isMine);
  noteAnswers(today);
  for (const [number, report] of rowsOf("reports").entries()) {
    if (!isMine(number)) continue;
    at(addDays(today, -7 * ago(report, "weeksAgo")));
    tellExperience(actor, authorize(actor, "report.write", office), reportSchema.parse({ ...report, id: random.id() }));
  }
  for (const news of rowsOf("news")) {
    const publishedOn = addDays(today, -ago(news, "daysAgo"));
    at(publishedOn);
    const input = watchItemSchema.parse({ ...news, id: random.id(), publishedOn });
    addWatchItem(actor, authorize(actor, "watch.keep", office), input);
  }
}

/** Every address of the library as it answered in the last days; the two invented ones no longer stand. */
function noteAnswers(today: string): void {
  const addresses = db().selectDistinct({ url: resourceLinks.url }).from(resourceLinks).all();
  for (const [number, { url }] of addresses.entries()) {
    setClock(() => Date.parse(`${addDays(today, -1 - (number % 6))}T04:30:00Z`));
    const movedTo = url.startsWith("https://ancien.") ? url.replace("ancien.", "www.") : undefined;
    const isGone = url.startsWith("https://disparu.");
    const times = isGone ? failuresOfDead : 1;
    for (let time = 0; time < times; time += 1) noteOutcome(url, { kind: "answered", status: isGone ? 404 : 200, movedTo });
  }
}

/** Links worth keeping; one in ten is shown to everybody, without an account, and was read again since. */
function seedLinks({ random, actor, office, today }: Seeding, isMine: (number: number) => boolean): void {
  for (const [number, link] of rowsOf("links").entries()) {
    if (!isMine(number)) continue;
    const day = addDays(today, -700 + number * 9);
    setClock(() => Date.parse(`${day}T08:30:00Z`));
    const visibility = number % 10 === 0 ? "public" : "network";
    const input = resourceSchema.parse({ ...link, id: random.id(), visibility, minutes: 5 });
    const { slug } = writeResource(actor, authorize(actor, "resource.write", office), input);
    if (number % 10 === 0) readAgain(actor, slug, { input, day: addDays(today, -60 + number) });
  }
}

/** A resource read again by its office: its history has something to show. */
function readAgain(actor: Actor, slug: string, { input, day }: { input: ResourceInput; day: string }): void {
  setClock(() => Date.parse(`${day}T09:15:00Z`));
  const summary = `${input.summary} Adresse vérifiée.`;
  const resource = authorize(actor, "resource.edit", getResource(actor, slug));
  correctResource(actor, resource, { ...input, version: 1, summary, reviewedOn: day });
}
