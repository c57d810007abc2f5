import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { formatDay, formatInstant } from "~/i18n/format";
import { type Locale, textsOf, translator } from "~/i18n/translate";
import { type Change, compareTexts } from "~/lib/text-difference";
import type { Held } from "./history.form";
import { listVersions, type Version } from "./history.queries.server";

/** What changed in one field, as parts to read one after the other. */
export interface FieldChange {
  label: string;
  parts: Change[];
}

type Resource = Authorized<{ id: string; ownerId: string | null; version: number }, "resource.edit">;

/** The versions of a resource with what each changed from the one before it, the newest first, 50 at most. */
export function describeHistory(actor: Actor, resource: Resource) {
  const { locale } = actor;
  const t = translator(locale);
  const versions = listVersions(resource);
  const rows = versions.slice(0, 50).map((version, place) => {
    const before = versions[place + 1];
    const when = { day: formatInstant(locale, version.at), name: version.by ?? t("resources:history.someone") };
    return {
      number: version.number,
      title: t("resources:history.version", { number: version.number }),
      context: t("resources:history.by", when),
      note: noteOf(locale, version, before),
      changes: before ? changesOf(locale, before.held, version.held) : [],
      canRestore: place > 0,
    };
  });
  return { rows, version: resource.version };
}

function noteOf(locale: Locale, version: Version, before: Version | undefined): string {
  const t = translator(locale);
  if (!before) return t("resources:history.first");
  return version.isRestored ? t("resources:history.cameBack") : "";
}

function changesOf(locale: Locale, before: Held, after: Held): FieldChange[] {
  const [old, fresh] = [wordsOf(locale, before), wordsOf(locale, after)];
  return fresh.flatMap(({ label, text }, place) => {
    const was = old[place]?.text ?? "";
    return was === text ? [] : [{ label, parts: shortened(compareTexts(was, text)) }];
  });
}

/** Every field by its label, in the order of the form, as a person reads it. */
function wordsOf(locale: Locale, held: Held): { label: string; text: string }[] {
  const t = translator(locale);
  const { form, kinds, levels, visibilities, states, seasons, licences } = textsOf(locale, "resources").resources;
  return [
    { label: form.title, text: held.title },
    { label: form.summary, text: held.summary },
    { label: form.body, text: held.body },
    { label: form.keywords, text: held.keywords },
    { label: form.kind, text: kinds[held.kind] },
    { label: form.theme, text: t(`themes:${held.theme}.name`) },
    { label: form.level, text: levels[held.level] },
    { label: form.visibility, text: visibilities[held.visibility] },
    { label: form.state, text: states[held.state] },
    { label: form.season, text: seasons[held.season] },
    { label: form.url, text: held.url ?? "" },
    { label: form.minutes, text: String(held.minutes ?? "") },
    { label: form.reviewedOn, text: formatDay(locale, held.reviewedOn) },
    { label: form.expiresOn, text: formatDay(locale, held.expiresOn) },
    { label: form.author, text: held.author ?? "" },
    { label: form.licence, text: held.licence ? licences[held.licence] : "" },
  ];
}

/** A long passage that did not change keeps its two ends: enough to know where one is. */
function shortened(parts: readonly Change[]): Change[] {
  return parts.map((part) => {
    if (part.kind !== "same" || part.text.length <= 240) return part;
    return { ...part, text: `${part.text.slice(0, 100)} […] ${part.text.slice(-100)}` };
  });
}
