import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { SentList } from "~/features/notifications/components/sent-list";
import { describeSent, sentQuery } from "~/features/notifications/sent-page.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.notices.sent.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "mail.list")) throw forbidden();
  const { after, ...query } = parseQuery(asked.request, sentQuery);
  return json({
    ...(await answering(() => describeSent(actor, { ...query, after }))),
    view: query.view,
    files: { xlsx: paths.listExport("mails", "xlsx", query), csv: paths.listExport("mails", "csv", query) },
    texts: textsOf(actor.locale, "notices"),
  });
}

export default function SentMails() {
  const { lines, next, views, provider, view, files, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.notices.sent;
  return (
    <>
      <PageTitle title={t.title} context={provider ?? t.context} />
      <nav aria-label={t.filter} className="mb-4 flex flex-wrap gap-2">
        {views.map((one) => (
          <a
            key={one.view}
            href={one.to}
            aria-current={one.isCurrent ? "page" : undefined}
            className={`chip min-h-11 no-underline ${one.isCurrent ? "border-primary bg-primary text-on-primary" : "text-ink"}`}
          >
            {t.views[one.view]}
          </a>
        ))}
      </nav>
      {provider ? (
        <p className="mb-4">
          <a href={paths.mails({ view })} className="inline-flex min-h-11 items-center">
            {t.everyone}
          </a>
        </p>
      ) : null}
      {view === "unsent" ? <p className="mb-4 max-w-2xl text-muted">{t.unsentHint}</p> : null}
      {lines.length === 0 ? <Empty text={view === "all" ? t.none : t.noneHere} /> : <SentList lines={lines} />}
      {next ? (
        <p className="mt-4">
          <a href={next} className="button">
            {t.more}
          </a>
        </p>
      ) : null}
      <ExportLinks label={actions.export} files={lines.length > 0 ? files : undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
