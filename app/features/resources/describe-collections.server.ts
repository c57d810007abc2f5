import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { type Locale, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import { typeset } from "~/lib/typography";
import { paths } from "~/paths";
import { getCollection, listCollections, listOfCollection } from "./collections.queries.server";
import { resourceLine } from "./lines";
import { getPublicCollection } from "./public.queries.server";
import { searchResources } from "./search.queries.server";

interface Addresses {
  resource: (slug: string) => string;
  collection: (slug: string) => string;
}

/** The collections as cards: title, words, how many and how long. */
export function describeCollections(actor: Actor, { collection }: Pick<Addresses, "collection">) {
  const t = translator(actor.locale);
  return listCollections(actor).flatMap((row) => {
    const held = listOfCollection(actor, row);
    // An empty one is shown to whoever may fill it.
    if (held.length === 0 && !can(actor, "resource.edit", row)) return [];
    const { slug, title, summary } = row;
    const from = row.isOwn ? t("resources:collections.own") : (row.office ?? "");
    const context = [sizeOf(actor.locale, held), from].filter(Boolean).join(" · ");
    return [{ to: collection(slug), title: typeset(title), summary: typeset(summary), context }];
  });
}

/** One collection with its resources in order. */
export function describeCollection(actor: Actor, slug: string, addresses: Pick<Addresses, "resource">) {
  const row = getCollection(actor, slug);
  const held = listOfCollection(actor, row);
  const t = translator(actor.locale);
  const done = held.filter((one) => one.isDone).length;
  return {
    slug,
    title: typeset(row.title),
    summary: typeset(row.summary),
    context: [sizeOf(actor.locale, held), done > 0 ? t("resources:collections.done", { count: done, all: held.length }) : ""]
      .filter(Boolean)
      .join(" · "),
    rows: held.map((one) => ({
      id: one.id,
      isDone: one.isDone,
      isKept: row.visibility === "public" && !hasPublicPage(one),
      ...resourceLine(actor.locale, one, addresses.resource),
    })),
    publicTo: row.visibility === "public" && row.ownerId !== null ? paths.publicCollection(slug) : undefined,
    canEdit: can(actor, "resource.edit", row),
  };
}

/** What anybody reads of a collection that its office shows to everybody, and whose it is. */
export function describePublicCollection(locale: Locale, slug: string) {
  const { collection, office, held } = getPublicCollection(slug);
  const { name, email, phone } = office;
  return {
    title: typeset(collection.title),
    summary: typeset(collection.summary),
    context: sizeOf(locale, held),
    rows: held.map((one) => ({ id: one.id, isDone: false, ...resourceLine(locale, one, paths.publicResource) })),
    office: name,
    contact: { email, phone: phone ? formatPhone(phone) : null },
  };
}

const hasPublicPage = ({ visibility, state, ownerId }: { visibility: string; state: string; ownerId: string | null }): boolean =>
  visibility === "public" && state === "published" && ownerId !== null;

/** What a search offers to add to a collection: not what it holds already. */
export function describeFound(
  actor: Actor,
  words: string,
  { held, resource }: { held: readonly string[] } & Pick<Addresses, "resource">,
) {
  return searchResources(actor, words)
    .filter((row) => !held.includes(row.id))
    .slice(0, 10)
    .map((row) => ({ id: row.id, ...resourceLine(actor.locale, row, resource) }));
}

function sizeOf(locale: Locale, held: readonly { minutes: number | null }[]): string {
  const t = translator(locale);
  const minutes = held.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  return [t("resources:count", { count: held.length }), minutes > 0 ? t("resources:minutes", { count: minutes }) : ""]
    .filter(Boolean)
    .join(" · ");
}
