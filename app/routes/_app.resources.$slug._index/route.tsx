import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { MarkBar } from "~/features/resources/components/mark-bar";
import { ResourceArticle } from "~/features/resources/components/resource-article";
import { readResourcePage } from "~/features/resources/page.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const slug = asked.params.slug ?? "";
  const read = await answering(() => readResourcePage(actor, slug, { resource: paths.resource }));
  return json({ slug, ...read, texts: textsOf(actor.locale, "resources", "library") });
}

export default function Resource() {
  const { slug, page, reports, publicTo, marks, canEdit, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const buttons = canEdit ? (
    <>
      {publicTo ? (
        <a href={publicTo} className="button">
          {texts.resources.public.open}
        </a>
      ) : null}
      <Link to={paths.editResource(slug)} className="button">
        {actions.edit}
      </Link>
      <Link to={paths.resourceFiles(slug)} className="button">
        {texts.resources.file.open}
      </Link>
      <Link to={paths.resourceHistory(slug)} className="button">
        {texts.resources.history.open}
      </Link>
      <Form method="post" action={`${paths.resource(slug)}/deletion`}>
        <button type="submit" className="button">
          {actions.delete}
        </button>
      </Form>
    </>
  ) : undefined;
  return (
    <ResourceArticle page={{ ...page, url: page.url }} action={buttons}>
      <MarkBar to={paths.resourceMarks(slug)} marks={marks} />
      {reports.length > 0 ? (
        <section className="mt-10 print:hidden">
          <h2 className="mb-3 text-l">{texts.library.reports}</h2>
          <ul className="sheet divide-y divide-rule">
            {reports.map((report) => (
              <li key={report.id} className="px-4 py-3">
                <a href={`${paths.reports({ theme: report.theme })}#${report.id}`} className="font-semibold">
                  {report.title}
                </a>
                <p>{report.result}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </ResourceArticle>
  );
}

export const ErrorBoundary = ErrorPage;
