import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { PlanFilters } from "~/features/action-plans/components/plan-filters";
import { PlanList } from "~/features/action-plans/components/plan-list";
import { planQuery } from "~/features/action-plans/plan-list.form";
import { describePlans } from "~/features/action-plans/plan-list.server";
import { parseQuery } from "~/http/query.server";
import { forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.plans.list.title);

export async function loader({ request, ...rest }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, ...rest });
  if (!canSomewhere(actor, "plan.list")) throw forbidden();
  const given = parseQuery(request, planQuery);
  const search = new URL(request.url).searchParams;
  // Who follows nobody reads the whole office.
  const filter = search.has("who") || canSomewhere(actor, "plan.edit") ? given : { ...given, who: "all" as const };
  const { after: _after, ...asked } = filter;
  const files = { xlsx: paths.listExport("plans", "xlsx", asked), csv: paths.listExport("plans", "csv", asked) };
  return json({ filter, files, ...describePlans(actor, filter), texts: textsOf(actor.locale, "plans") });
}

export default function Plans() {
  const { filter, files, lines, next, texts } = useLoaderData<typeof loader>();
  const t = texts.plans.list;
  const { actions } = useTexts("common");
  return (
    <>
      <PageTitle title={t.title} />
      <PlanFilters filter={filter} />
      {lines.length === 0 ? <Empty text={t.empty} /> : <PlanList lines={lines} />}
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
