import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { themeCodes } from "~/features/themes/model";
import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { markdownToHtml } from "~/lib/markdown.server";
import type { ResourcePage } from "./components/resource-article";
import { resourceLine } from "./lines";
import { countOpening } from "./marks.commands.server";
import { getMarks } from "./marks.queries.server";
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
    filter: { q: filter.q, theme: filter.theme },
    rows: page.rows.map((row) => resourceLine(actor.locale, row, addresses.resource)),
    next: page.next === undefined ? undefined : addresses.list({ ...filter, skip: page.next }),
    themes: themeCodes.map((code) => ({ code, name: t(`themes:${code}.name`) })),
  };
}

/** What a resource's page shows, with a few others of its theme. */
export function readResourcePage(actor: Actor, slug: string, addresses: Pick<Addresses, "resource">) {
  const row = getResource(actor, slug);
  const { context } = resourceLine(actor.locale, row, addresses.resource);
  countOpening(actor, row.id);
  const near = listResourcesOfTheme(actor, row.theme, 4).filter((one) => one.id !== row.id);
  const page: ResourcePage = {
    title: row.title,
    context,
    summary: row.summary,
    html: markdownToHtml(row.body),
    url: row.url ?? undefined,
    isSheet: row.kind === "sheet",
    reviewed: aboutOf(actor.locale, row),
    near: near.slice(0, 3).map((one) => resourceLine(actor.locale, one, addresses.resource)),
  };
  const told = listReports(actor, { theme: row.theme }).rows.slice(0, 3);
  const reports = told.map(({ report }) => ({ id: report.id, title: report.title, result: report.result, theme: report.theme }));
  return { page, reports, marks: getMarks(actor, row.id), canEdit: can(actor, "resource.edit", row) };
}

/** Who wrote it, under which licence, when it was read again, until when it holds; a draft says that it is one. */
function aboutOf(locale: Locale, row: ReturnType<typeof getResource>): string {
  const t = translator(locale);
  const isExpired = row.expiresOn !== null && row.expiresOn < dayIn("Europe/Paris", now());
  const parts = [
    row.state === "published" ? "" : t(`resources:states.${row.state}`),
    row.reviewedOn ? t("resources:reviewed", { day: formatDay(locale, row.reviewedOn) }) : "",
    row.expiresOn ? t(isExpired ? "resources:expired" : "resources:expires", { day: formatDay(locale, row.expiresOn) }) : "",
    row.author ?? "",
    row.licence ? t(`resources:licences.${row.licence}`) : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

function found(actor: Actor, words: string, filter: ResourceFilter) {
  const skip = filter.skip ?? 0;
  return pageOf(searchResources(actor, words, filter).slice(skip), skip);
}
