import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { FigureTable } from "~/features/workshops/components/figure-table";
import { describeFeedback } from "~/features/workshops/feedback-summary.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.workshops.feedback.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const list = "workshops/feedback";
  const files = { xlsx: paths.listExport(list, "xlsx"), csv: paths.listExport(list, "csv") };
  return json({
    files: canSomewhere(actor, "workshop.export") ? files : undefined,
    ...(await answering(() => describeFeedback(actor))),
    texts: textsOf(actor.locale, "workshops"),
  });
}

export default function WorkshopsFeedback() {
  const { intro, count, themes, months, words, files, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.workshops.feedback;
  if (count === 0) {
    return (
      <>
        <PageTitle title={t.title} />
        <Empty text={t.empty} />
      </>
    );
  }
  return (
    <>
      <PageTitle title={t.title} context={intro} />
      <div className="grid gap-8">
        <FigureTable
          head={[t.theme, t.count, t.useful, t.pace, t.recommend, t.seconds]}
          rows={themes.map((row) => [row.theme, row.answers, row.usefulness, row.pace, row.recommend, row.later])}
        />
        <FigureTable
          head={[t.month, t.count, t.useful, t.seconds]}
          rows={months.map((row) => [row.month, row.answers, row.usefulness, row.later])}
        />
        <section aria-labelledby="words">
          <h2 id="words" className="text-l">
            {t.words}
          </h2>
          <ul className="mt-3 grid gap-3">
            {words.map((one) => (
              <li key={one.id} className="sheet grid gap-1 p-4">
                {one.words.map(({ label, text }) => (
                  <p key={label}>
                    <span className="block text-s text-muted">{label}</span>
                    {text}
                  </p>
                ))}
                <p className="text-s text-muted">
                  {[one.title, one.who, one.isQuotable ? t.quotable : t.notQuotable].filter(Boolean).join(" · ")}
                </p>
              </li>
            ))}
          </ul>
        </section>
        <ExportLinks label={actions.export} files={files} />
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
