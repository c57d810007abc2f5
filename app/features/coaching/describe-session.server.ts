import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { db } from "~/db/client.server";
import { memberships, users } from "~/db/schema/accounts.server";
import { funders, tags } from "~/db/schema/organisations.server";
import { contacts, establishments, providers } from "~/db/schema/providers.server";
import { resources } from "~/db/schema/resources.server";
import { isSubTheme, isTheme } from "~/features/themes/model";
import { formatDay, formatDuration } from "~/i18n/format";
import { type Locale, textsOf, translator } from "~/i18n/translate";
import { isPresence, sessionChannels } from "~/lib/vocabulary";
import { namesIn, parseDuration } from "./model";
import { listNeighbours } from "./people.queries.server";
import { splitKey, type TypedSession } from "./typed";

export interface DescribedField {
  field: string;
  text: string;
}

/**
 * A session's form in words, field by field, the empty ones too: for two contents side by side and
 * for its history. Names are those of the ids it holds, whoever has left since.
 */
export function describeSession(locale: Locale, ownerId: string, typed: TypedSession): DescribedField[] {
  const t = translator(locale);
  const { values, lists } = typed;
  const names = namesFor(ownerId, typed);
  const named = (ids: readonly string[] | undefined) =>
    (ids ?? [])
      .map((id) => names.get(id) ?? "?")
      .toSorted()
      .join(", ");
  const plain = (name: string) => (values[name] ?? "").replaceAll("\r\n", "\n");
  const fields: [string, string][] = [
    [t("sessionForm:who"), peopleText(locale, typed, names)],
    [t("sessionForm:headCount"), plain("headCount")],
    [t("sessionForm:title"), plain("title")],
    [t("sessionForm:day"), formatDay(locale, values.heldOn, "long")],
    [t("sessionForm:hour"), plain("hour")],
    [t("sessionForm:duration"), durationText(values.duration || values.preset)],
    [t("sessionForm:channel"), channelText(locale, values.channel)],
    [t("sessionForm:theme"), themeText(locale, values.theme)],
    [t("sessionForm:subThemes"), (lists.subThemes ?? []).map((code) => subThemeText(locale, code)).join(", ")],
    [t("sessionForm:note"), plain("note")],
    [t("sessionForm:privateNote"), plain("privateNote")],
    [t("sessionForm:preparation"), durationText(values.preparation)],
    [t("sessionForm:travel"), durationText(values.travel)],
    [t("sessionForm:kilometres"), plain("travelKilometres")],
    [t("sessionForm:facilitators"), named(lists.facilitators)],
    [t("sessionForm:funder"), values.funderId && values.funderId !== "none" ? named([values.funderId]) : ""],
    [t("sessionForm:resources"), named(lists.resources)],
    [t("sessionForm:tags"), [named(lists.tags), values.newTags].filter(Boolean).join(", ")],
  ];
  return fields.map(([field, text]) => ({ field, text }));
}

/** The fields in which two contents differ. */
export function differences(saved: readonly DescribedField[], yours: readonly DescribedField[]) {
  return saved.flatMap((one, place) => {
    const text = yours[place]?.text ?? "";
    return text === one.text ? [] : [{ field: one.field, saved: one.text, yours: text }];
  });
}

function peopleText(locale: Locale, typed: TypedSession, names: ReadonlyMap<string, string>): string {
  const t = translator(locale);
  const texts = typed.people.map((one) => {
    const { kind, id } = splitKey(one.key) ?? { kind: "name", id: "" };
    const name = kind === "name" ? id : (names.get(id) ?? "?");
    const there = [...one.contacts.map((contact) => names.get(contact) ?? "?"), ...namesIn(one.others)].toSorted();
    const presence = one.presence !== "present" && isPresence(one.presence) ? t(`sessionForm:presences.${one.presence}`) : "";
    return [name, there.length > 0 ? `(${there.join(", ")})` : "", presence].filter(Boolean).join(" ");
  });
  return texts.toSorted().join(", ");
}

function durationText(text: string | undefined): string {
  const minutes = text ? parseDuration(text) : undefined;
  return minutes === undefined ? (text ?? "") : formatDuration(minutes);
}

function channelText(locale: Locale, code: string | undefined): string {
  const channel = sessionChannels.find((one) => one === code);
  return channel ? translator(locale)(`coaching:channels.${channel}`) : "";
}

function themeText(locale: Locale, code: string | undefined): string {
  return code && isTheme(code) ? translator(locale)(`themes:${code}.name`) : "";
}

function subThemeText(locale: Locale, code: string): string {
  const [theme = "", sub = ""] = code.split(".");
  if (!isTheme(theme) || !isSubTheme(code)) return code;
  const names: Record<string, string> = textsOf(locale, "themes").themes[theme].sub;
  return names[sub] ?? sub;
}

/** The names that a form's ids stand for, those of this owner alone: an id of another office reveals nothing. */
function namesFor(ownerId: string, { people, values, lists }: TypedSession): Map<string, string> {
  const ids = [
    ...people.flatMap((one) => [splitKey(one.key)?.id ?? "", ...one.contacts]),
    ...Object.values(lists).flat(),
    values.funderId ?? "",
  ].filter(Boolean);
  if (ids.length === 0) return new Map();
  const rows = [
    ...[providers, contacts, establishments, funders, tags].flatMap((table) =>
      db()
        .select({ id: table.id, name: table.name })
        .from(table)
        .where(and(eq(table.ownerId, ownerId), inArray(table.id, ids)))
        .all(),
    ),
    ...db()
      .selectDistinct({ id: users.id, name: users.name })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .where(and(eq(memberships.organisationId, ownerId), inArray(users.id, ids)))
      .all(),
    ...listNeighbours({ id: ownerId }).filter((one) => ids.includes(one.id)),
    ...titlesOf(ownerId, ids),
  ];
  return new Map(rows.map((row) => [row.id, row.name]));
}

function titlesOf(ownerId: string, ids: readonly string[]) {
  const { id, title, ownerId: owner, visibility } = resources;
  const inSight = or(isNull(owner), eq(owner, ownerId), eq(visibility, "network"));
  return db()
    .select({ id, name: title })
    .from(resources)
    .where(and(inSight, inArray(id, [...ids])))
    .all();
}
