import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProgrammeList } from "~/features/workshops/components/programme-list";
import { programmeQuery } from "~/features/workshops/form";
import { readPublicProgramme } from "~/features/workshops/public-pages.server";
import { parseQuery } from "~/http/query.server";
import { answering } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";
import { titledUnlisted } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titledUnlisted(data?.heading);

/** The list for an office's own site, in a frame there. */
export async function loader(asked: LoaderFunctionArgs) {
  const locale = localeOf(asked.request);
  const page = await answering(() =>
    readPublicProgramme(locale, asked.params.slug ?? "", parseQuery(asked.request, programmeQuery)),
  );
  return json({ ...page, texts: textsOf(locale, "programme", "workshops") });
}

export default function EmbeddedProgramme() {
  const { rows, next, heading, texts } = useLoaderData<typeof loader>();
  return (
    <main className="px-4 pb-6">
      <h1 className="sr-only">{heading}</h1>
      <ProgrammeList rows={rows} empty={texts.programme.empty} isFramed />
      {next ? (
        <p className="mt-4">
          <a href={next} target="_blank" rel="noopener" className="button">
            {texts.programme.next}
          </a>
        </p>
      ) : null}
    </main>
  );
}

export const ErrorBoundary = ErrorPage;
