import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere, ownersWhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { GoalList } from "~/features/dashboards/components/goal-list";
import { describeGoals } from "~/features/dashboards/describe-goals.server";
import { forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.goals.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (ownersWhere(actor, "dashboard.detail").length === 0) throw forbidden();
  return json({
    goals: describeGoals(actor),
    files: { xlsx: paths.dashboardRowsExport("goals", "xlsx"), csv: paths.dashboardRowsExport("goals", "csv") },
    permissions: { set: canSomewhere(actor, "goal.set") },
    texts: textsOf(actor.locale, "goals"),
  });
}

export default function Goals() {
  const { goals, files, permissions, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.goals;
  const create = permissions.set ? (
    <a href={paths.newGoal()} className="button button-main">
      {t.new}
    </a>
  ) : undefined;
  return (
    <>
      <PageTitle title={t.title} context={t.context} action={create} />
      {goals.length === 0 ? <Empty text={t.empty} action={create} /> : <GoalList goals={goals} />}
      <p className="mt-4 text-s text-muted">{t.help}</p>
      <ExportLinks label={actions.export} files={goals.length > 0 ? files : undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
