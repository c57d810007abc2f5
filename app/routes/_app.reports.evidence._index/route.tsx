import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { EvidenceForm } from "~/features/reports/components/evidence-form";
import { PeriodForm } from "~/features/reports/components/period-form";
import { describeEvidence } from "~/features/reports/evidence-page.server";
import { periodQuery } from "~/features/reports/period.form";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.evidence.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "report.evidence")) throw forbidden();
  const page = await answering(() => describeEvidence(actor, parseQuery(asked.request, periodQuery)));
  const isMissing = new URL(asked.request.url).searchParams.get("missing") === "criterion";
  return json({ ...page, isMissing, texts: textsOf(actor.locale, "evidence", "dashboard") });
}

export default function Evidence() {
  const { form, query, references, isMissing, texts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle title={texts.evidence.title} context={texts.evidence.context} />
      <PeriodForm form={form} />
      <p className="mb-4 text-muted">{form.text}</p>
      <EvidenceForm references={references} query={query} isMissing={isMissing} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
