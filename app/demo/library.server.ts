import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { writeResource } from "~/features/resources/commands.server";
import { resourceSchema } from "~/features/resources/form";
import { reportSchema } from "~/features/resources/report.form";
import { tellExperience } from "~/features/resources/reports.commands.server";
import { addWatchItem } from "~/features/resources/watch.commands.server";
import { watchItemSchema } from "~/features/resources/watch.form";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import type { Random } from "./random";

interface Seeding {
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
  for (const [number, link] of rowsOf("links").entries()) {
    if (!isMine(number)) continue;
    at(addDays(today, -700 + number * 9));
    const input = resourceSchema.parse({ ...link, id: random.id(), visibility: "network", minutes: 5 });
    writeResource(actor, authorize(actor, "resource.write", office), input);
  }
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
