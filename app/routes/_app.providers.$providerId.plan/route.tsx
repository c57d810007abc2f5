import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ActionList } from "~/features/action-plans/components/action-list";
import { BatchForm } from "~/features/action-plans/components/batch-form";
import { PageLinks } from "~/features/action-plans/components/page-links";
import { PublishBar } from "~/features/action-plans/components/publish-bar";
import { describePlan } from "~/features/action-plans/describe.server";
import { describePageLinks } from "~/features/action-plans/describe-links.server";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { fill } from "~/i18n/use-texts";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.actionPlans.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const head = await answering(() => getPlanHead(actor, asked.params.providerId ?? ""));
  const canEdit = can(actor, "plan.edit", head);
  return json({
    id: head.id,
    name: head.name,
    plan: describePlan(actor, head.id, dayIn(head.zone, now())),
    links: canEdit ? describePageLinks(actor, head.id) : undefined,
    permissions: { edit: canEdit, record: can(actor, "plan.recordAnswer", head) },
    texts: textsOf(actor.locale, "actionPlans", "plans"),
  });
}

export default function Plan() {
  const { id, name, plan, links, permissions, texts } = useLoaderData<typeof loader>();
  const t = texts.actionPlans;
  const add = permissions.edit ? (
    <Link to={paths.newAction(id)} className="button button-main">
      {t.add}
    </Link>
  ) : undefined;
  const start = permissions.edit ? (
    <Link to={paths.startPlan({ provider: id })} className="button">
      {texts.plans.start.open}
    </Link>
  ) : null;
  if (plan.lines.length === 0)
    return (
      <Empty
        text={fill(t.empty, { name })}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {start}
            {add}
          </div>
        }
      />
    );
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 className="text-l">{t.title}</h2>
          <p className="text-muted">{plan.progress}</p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          {permissions.record ? (
            <Link to={paths.planAnswer(id)} className="button">
              {t.record}
            </Link>
          ) : null}
          <a href={paths.planPdf(id)} className="button">
            {texts.plans.print.open}
          </a>
          {start}
          {add}
        </div>
      </div>
      {permissions.edit && plan.drafts ? <PublishBar providerId={id} text={plan.drafts} /> : null}
      <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
        <div className="grid content-start gap-4">
          <ActionList lines={plan.lines} canEdit={permissions.edit} />
          {permissions.edit ? <BatchForm providerId={id} /> : null}
        </div>
        {links ? <PageLinks data={links} /> : null}
      </div>
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
