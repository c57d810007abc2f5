import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { NotFoundError } from "~/lib/errors";
import type { EstablishmentKind } from "~/lib/vocabulary";
import { type PlanTemplate, parseTemplate } from "./template.model";

let read: PlanTemplate[] | undefined;

/** The plan templates of this edition in French, those for this kind first; throws on a file that is not right. */
export function listTemplates(kind?: EstablishmentKind): PlanTemplate[] {
  read ??= readTemplates(resolve("content/templates"));
  const rank = (template: PlanTemplate) => {
    if (kind && template.forKinds.includes(kind)) return 0;
    return kind === undefined || template.forKinds.length === 0 ? 1 : 2;
  };
  return [...read].sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, "fr"));
}

/** One template by its slug; throws NotFoundError. */
export function getTemplate(slug: string): PlanTemplate {
  const found = listTemplates().find((template) => template.slug === slug);
  if (!found) throw new NotFoundError("template");
  return found;
}

function readTemplates(folder: string): PlanTemplate[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".fr.md"));
  return names.map((name) => parseTemplate(name, readFileSync(join(folder, name), "utf8")));
}
