import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { WaitingCalls } from "~/features/workshops/components/waiting-calls";
import { WorkshopTable } from "~/features/workshops/components/workshop-table";
import { workshopQuery } from "~/features/workshops/form";
import { readProgramme } from "~/features/workshops/programme-page.server";
import { parseQuery } from "~/http/query.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.workshops.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const filter = parseQuery(asked.request, workshopQuery);
  const { after: _after, ...query } = filter;
  const files = { xlsx: paths.listExport("workshops", "xlsx", query), csv: paths.listExport("workshops", "csv", query) };
  return json({
    files: canSomewhere(actor, "workshop.export") ? files : undefined,
    ...(await answering(() => readProgramme(actor, filter))),
    texts: textsOf(actor.locale, "workshops", "invitations"),
  });
}

export default function Workshops() {
  const { files, rows, next, views, calls, publicPage, permissions, isFiltered, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.workshops;
  const create = permissions.plan ? (
    <Link to={paths.newWorkshop()} className="button button-main">
      {t.new}
    </Link>
  ) : undefined;
  return (
    <>
      <PageTitle title={t.title} action={create} />
      <nav aria-label={t.title} className="mb-4 flex flex-wrap gap-2">
        {views.map((view) => (
          <a
            key={view.to}
            href={view.to}
            aria-current={view.isCurrent ? "page" : undefined}
            className="choice no-underline aria-[current=page]:border-primary aria-[current=page]:bg-primary aria-[current=page]:text-on-primary"
          >
            {view.label}
          </a>
        ))}
        {permissions.plan ? (
          <a href={paths.seasonCopy()} className="button button-quiet">
            {t.copy.season}
          </a>
        ) : null}
        {permissions.settle ? (
          <a href={paths.workshopOffice()} className="button button-quiet">
            {t.officeLink}
          </a>
        ) : null}
        {permissions.feedback ? (
          <a href={paths.workshopsFeedback()} className="button button-quiet">
            {t.feedback.link}
          </a>
        ) : null}
        {publicPage ? (
          <a href={publicPage} className="button button-quiet">
            {t.public}
          </a>
        ) : null}
      </nav>
      <WaitingCalls calls={calls} />
      {rows.length === 0 ? <Empty text={isFiltered ? t.emptyFilter : t.empty} action={create} /> : <WorkshopTable rows={rows} />}
      {next ? (
        <p className="mt-4">
          <Link to={next} className="button">
            {actions.next}
          </Link>
        </p>
      ) : null}
      <ExportLinks label={actions.export} files={rows.length > 0 ? files : undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
