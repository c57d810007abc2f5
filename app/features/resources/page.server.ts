import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { describeFile } from "~/features/files/lines";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { themeCodes } from "~/features/themes/model";
import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { markdownToHtml } from "~/lib/markdown.server";
import { formatPhone } from "~/lib/phone";
import { typeset } from "~/lib/typography";
import { paths } from "~/paths";
import type { ResourcePage } from "./components/resource-article";
import { kindChoices } from "./describe.server";
import { findFileOf } from "./files.queries.server";
import { resourceLine } from "./lines";
import { findLink } from "./links.queries.server";
import { countOpening } from "./marks.commands.server";
import { getMarks } from "./marks.queries.server";
import { getPublicResource } from "./public.queries.server";
import { browseResources, getResource, listResourcesOfTheme, pageOf, type ResourceFilter } from "./queries.server";
import { listReports } from "./reports.queries.server";
import { searchResources } from "./search.queries.server";

interface Addresses {
  resource: (slug: string) => string;
  list: (query: Record<string, string | number | undefined>) => string;
}

/** What the library's page shows, for staff or for a provider. */
export function readLibrary(actor: Actor, filter: ResourceFilter, addresses: Addresses) {
  const t = translator(actor.locale);
  const page = filter.q ? found(actor, filter.q, filter) : browseResources(actor, filter);
  return {
    filter: { q: filter.q, theme: filter.theme, more: chosenOf(filter) },
    kinds: kindChoices(actor.locale),
    rows: page.rows.map((row) => resourceLine(actor.locale, row, addresses.resource)),
    next: page.next === undefined ? undefined : addresses.list({ ...filter, skip: page.next }),
    themes: themeCodes.map((code) => ({ code, name: t(`themes:${code}.name`) })),
  };
}

/** The filters beyond words and theme; empty where none is chosen. */
const chosenOf = ({ form, level, forKind, season }: ResourceFilter) => ({
  form: form ?? "",
  level: level ?? "",
  forKind: forKind ?? "",
  season: season ?? "",
});

/** What a resource's page shows, with a few others of its theme. */
export function readResourcePage(actor: Actor, slug: string, addresses: Pick<Addresses, "resource">) {
  const row = getResource(actor, slug);
  const { context } = resourceLine(actor.locale, row, addresses.resource);
  countOpening(actor, row.id);
  const near = listResourcesOfTheme(actor, row.theme, 4).filter((one) => one.id !== row.id);
  const page: ResourcePage = {
    title: typeset(row.title),
    context,
    summary: typeset(row.summary),
    lang: row.locale,
    ...carriedBy(actor.locale, row, paths.resourceFile),
    url: row.url ?? undefined,
    isSheet: row.kind === "sheet",
    video: videoOf(row),
    reviewed: aboutOf(actor.locale, row),
    near: near.slice(0, 3).map((one) => resourceLine(actor.locale, one, addresses.resource)),
  };
  const told = listReports(actor, { theme: row.theme }).rows.slice(0, 3);
  const reports = told.map(({ report }) => ({
    id: report.id,
    title: typeset(report.title),
    result: typeset(report.result),
    theme: report.theme,
  }));
  const isPublic = row.visibility === "public" && row.state === "published";
  const publicTo = isPublic ? paths.publicResource(row.slug) : undefined;
  return { page, reports, publicTo, marks: getMarks(actor, row.id), canEdit: can(actor, "resource.edit", row) };
}

/** What anybody reads of a resource that its office shows to everybody, and whose it is. */
export function readPublicResource(locale: Locale, slug: string) {
  const { resource: row, office } = getPublicResource(slug);
  const page: ResourcePage = {
    title: typeset(row.title),
    context: resourceLine(locale, row, paths.publicResource).context,
    summary: typeset(row.summary),
    lang: row.locale,
    ...carriedBy(locale, row, paths.publicResourceFile),
    url: row.url ?? undefined,
    isSheet: row.kind === "sheet",
    video: videoOf(row),
    reviewed: aboutOf(locale, row),
    near: [],
  };
  const { name, email, phone } = office;
  return { page, office: name, contact: { email, phone: phone ? formatPhone(phone) : null } };
}

/** The text with its pictures, the picture above it and the document to take away. */
function carriedBy(locale: Locale, row: ReturnType<typeof getResource>, at: (slug: string, fileId: string) => string) {
  const file = findFileOf(row.id, row.fileId);
  const picture = findFileOf(row.id, row.pictureFileId);
  return {
    html: markdownToHtml(row.body, (id) => at(row.slug, id)),
    picture: picture && at(row.slug, picture.id),
    file: file && { ...describeFile(locale, file), to: at(row.slug, file.id) },
  };
}

/** The site that a video stands on, named before anything is asked of it. */
function videoOf({ kind, url }: { kind: string; url: string | null }): string | undefined {
  return kind === "video" && url ? new URL(url).host.replace(/^www\./, "") : undefined;
}

/** Who wrote it, under which licence, when it was read again, until when it holds; a draft says that it is one. */
function aboutOf(locale: Locale, row: ReturnType<typeof getResource>): string {
  const t = translator(locale);
  const isExpired = row.expiresOn !== null && row.expiresOn < dayAt(row.ownerId ?? "", now());
  const parts = [
    row.state === "published" ? "" : t(`resources:states.${row.state}`),
    row.reviewedOn ? t("resources:reviewed", { day: formatDay(locale, row.reviewedOn) }) : "",
    row.expiresOn ? t(isExpired ? "resources:expired" : "resources:expires", { day: formatDay(locale, row.expiresOn) }) : "",
    linkNote(locale, row),
    row.author ?? "",
    row.licence ? t(`resources:licences.${row.licence}`) : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

/** When its address was last seen standing; or that it stands no more. */
function linkNote(locale: Locale, row: { id: string; url: string | null; ownerId: string | null }): string {
  const link = findLink(row.id, row.url);
  const t = translator(locale);
  if (!link?.checkedAt || link.state === "unknown") return "";
  if (link.state === "dead") return t("resources:linkDead");
  return t("resources:linkAlive", { day: formatDay(locale, dayAt(row.ownerId ?? "", link.checkedAt)) });
}

function found(actor: Actor, words: string, filter: ResourceFilter) {
  const skip = filter.skip ?? 0;
  return pageOf(searchResources(actor, words, filter).slice(skip), skip);
}
