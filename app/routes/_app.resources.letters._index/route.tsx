import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { watchFiles } from "~/features/resources/describe-feeds.server";
import { describeLetters } from "~/features/resources/describe-letters.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.letters.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => getWorkplace(actor, "watch.keep"));
  return json({
    rows: describeLetters(actor),
    files: watchFiles(actor, "resources/letters"),
    texts: textsOf(actor.locale, "letters"),
  });
}

export default function Letters() {
  const { rows, files, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.letters;
  const create = (
    <Link to={`${paths.letters()}/new`} className="button button-main">
      {t.new}
    </Link>
  );
  return (
    <>
      <PageTitle title={t.title} context={t.intro} action={create} />
      {rows.length === 0 ? (
        <Empty text={t.none} />
      ) : (
        <ul className="sheet divide-y divide-rule">
          {rows.map((row) => (
            <li key={row.id} className="px-4 py-3">
              <a href={row.to} className="font-semibold">
                {row.subject}
              </a>
              <p className="text-s text-muted">{row.context}</p>
            </li>
          ))}
        </ul>
      )}
      <ExportLinks label={actions.export} files={rows.length > 0 ? files : undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
