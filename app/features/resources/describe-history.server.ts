import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { formatDay, formatInstant } from "~/i18n/format";
import { type Locale, textsOf, translator } from "~/i18n/translate";
import { type Change, compareTexts } from "~/lib/text-difference";
import { paths } from "~/paths";
import { namesOfFiles } from "./files.queries.server";
import type { Held } from "./history.form";
import { listVersions, type Version } from "./history.queries.server";
import { subThemeName } from "./sub-themes.server";

/** What changed in one field, as parts to read one after the other. */
export interface FieldChange {
  label: string;
  parts: Change[];
}

type Resource = Authorized<{ id: string; slug: string; ownerId: string | null; version: number }, "resource.edit">;

/** The versions of a resource with what each changed from the one before it, the newest first, 50 at most. */
export function describeHistory(actor: Actor, resource: Resource) {
  const { locale } = actor;
  const t = translator(locale);
  const zone = zoneOfActor(actor);
  const versions = listVersions(resource);
  const names = namesOfFiles(versions.map(({ held }) => held.fileId));
  const rows = versions.slice(0, 50).map((version, place) => {
    const before = versions[place + 1];
    const when = { day: formatInstant(locale, version.at, zone), name: version.by ?? t("resources:history.someone") };
    return {
      number: version.number,
      title: t("resources:history.version", { number: version.number }),
      context: t("resources:history.by", when),
      note: noteOf(locale, version, before),
      changes: before ? changesOf({ locale, names }, before.held, version.held) : [],
      file: documentOf(resource.slug, version.held.fileId, names),
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

/** The document that a version carried, to open again. */
function documentOf(slug: string, fileId: string | null, names: Names) {
  const name = names.get(fileId ?? "");
  return fileId && name ? { name, to: paths.resourceFile(slug, fileId) } : undefined;
}

type Names = ReadonlyMap<string, string>;
type Reading = { locale: Locale; names: Names };

function changesOf(reading: Reading, before: Held, after: Held): FieldChange[] {
  const [old, fresh] = [wordsOf(reading, before), wordsOf(reading, after)];
  return fresh.flatMap(({ label, text }, place) => {
    const was = old[place]?.text ?? "";
    return was === text ? [] : [{ label, parts: shortened(compareTexts(was, text)) }];
  });
}

/** Every field by its label, in the order of the form, as a person reads it. */
function wordsOf({ locale, names }: Reading, held: Held): { label: string; text: string }[] {
  const t = translator(locale);
  const { form, kinds, levels, visibilities, states, seasons, licences } = textsOf(locale, "resources").resources;
  const { kinds: kindNames } = textsOf(locale, "kinds");
  const { locales: localeNames } = textsOf(locale, "resources").resources;
  return [
    { label: form.title, text: held.title },
    { label: form.summary, text: held.summary },
    { label: form.body, text: held.body },
    { label: form.keywords, text: held.keywords },
    { label: form.kind, text: kinds[held.kind] },
    { label: form.theme, text: t(`themes:${held.theme}.name`) },
    { label: form.subTheme, text: subThemeName(locale, held.theme, held.subTheme) },
    { label: form.level, text: levels[held.level] },
    { label: form.visibility, text: visibilities[held.visibility] },
    { label: form.state, text: states[held.state] },
    { label: form.season, text: seasons[held.season] },
    { label: form.forKinds, text: held.forKinds.map((kind) => kindNames[kind]).join(", ") },
    { label: form.locale, text: localeNames[held.locale] },
    { label: form.url, text: held.url ?? "" },
    { label: form.document, text: held.fileId ? (names.get(held.fileId) ?? "…") : "" },
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
