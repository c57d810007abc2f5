import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProgrammeFilters } from "~/features/workshops/components/programme-filters";
import { ProgrammeList } from "~/features/workshops/components/programme-list";
import { PublicPage } from "~/features/workshops/components/public-page";
import { programmeQuery } from "~/features/workshops/form";
import { readPublicProgramme } from "~/features/workshops/public-pages.server";
import { shareTags } from "~/features/workshops/share-tags";
import { parseQuery } from "~/http/query.server";
import { answering } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: data.heading },
        { name: "description", content: data.texts.programme.intro },
        { property: "og:title", content: data.heading },
        { property: "og:description", content: data.texts.programme.intro },
        ...shareTags(data.to.image),
      ]
    : [];

export async function loader(asked: LoaderFunctionArgs) {
  const locale = localeOf(asked.request);
  const filter = parseQuery(asked.request, programmeQuery);
  const page = await answering(() => readPublicProgramme(locale, asked.params.slug ?? "", filter));
  return json({ ...page, texts: textsOf(locale, "programme", "workshops") });
}

export default function Programme() {
  const { office, rows, next, filter, isFiltered, choices, contact, to, texts } = useLoaderData<typeof loader>();
  const t = texts.programme;
  return (
    <PublicPage office={office} contact={contact}>
      <h1 className="text-xl md:text-xxl">{t.heading}</h1>
      <p className="mt-1 text-muted">{t.intro}</p>
      <ProgrammeFilters filter={filter} choices={choices} isFiltered={isFiltered} here={to.here} />
      <ProgrammeList rows={rows} empty={isFiltered ? t.emptyFilter : t.empty} />
      <p className="mt-6 flex flex-wrap gap-2">
        {next ? (
          <a href={next} className="button">
            {t.next}
          </a>
        ) : null}
        <a href={to.calendar} className="button">
          {t.calendar}
        </a>
      </p>
      <details className="mt-6">
        <summary className="text-muted">{t.embed}</summary>
        <p className="mt-2">
          <code className="text-s break-all">{`<iframe src="${to.embed}" title="${office}" width="100%" height="600"></iframe>`}</code>
        </p>
      </details>
    </PublicPage>
  );
}

export const ErrorBoundary = ErrorPage;
