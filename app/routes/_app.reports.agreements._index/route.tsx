import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere, ownersWhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { describeAgreements } from "~/features/reports/agreements.server";
import { PromiseTable } from "~/features/reports/components/promise-table";
import { forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.agreements.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "report.view") || ownersWhere(actor, "dashboard.detail").length === 0) throw forbidden();
  return json({ agreements: describeAgreements(actor), texts: textsOf(actor.locale, "agreements") });
}

export default function Agreements() {
  const { agreements, texts } = useLoaderData<typeof loader>();
  const t = texts.agreements;
  const goals = (
    <a href={paths.goals()} className="button">
      {t.toGoals}
    </a>
  );
  return (
    <>
      <PageTitle title={t.title} context={t.context} action={goals} />
      {agreements.length === 0 ? <Empty text={t.empty} action={goals} /> : null}
      <div className="grid max-w-5xl gap-10 [&>*]:min-w-0">
        {agreements.map((agreement) => (
          <section key={agreement.id} aria-labelledby={`agreement-${agreement.id}`}>
            <h2 id={`agreement-${agreement.id}`} className="text-l">
              <a href={agreement.to} className="inline-flex min-h-11 items-center">
                {agreement.funder}
              </a>
            </h2>
            <p className="mb-2">{[agreement.office, agreement.summary].filter(Boolean).join(" · ")}</p>
            <PromiseTable promises={agreement.promises} title={agreement.funder} />
          </section>
        ))}
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
