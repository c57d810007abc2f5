import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { requireActor } from "~/auth/actor.server";
import { StartChoice } from "~/features/action-plans/components/start-choice";
import { StartForm } from "~/features/action-plans/components/start-plan";
import { readTicks, startFromForm } from "~/features/action-plans/start-form.server";
import { describeStart } from "~/features/action-plans/start-page.server";
import { listParticipants } from "~/features/coaching/queries.server";
import { listProvidersById } from "~/features/providers/queries.server";
import { errorText } from "~/http/form.server";
import { answering, invalid, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.plans.start.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const search = new URL(asked.request.url).searchParams;
  const { targets } = targetsOf(actor, search);
  const { template, from, measures, words, ...query } = Object.fromEntries(search);
  const page = await answering(() => describeStart(actor, targets, { template, from, measures, words, query }));
  return json({ page, query: Object.entries(query), texts: textsOf(actor.locale, "plans", "measures") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const search = new URL(asked.request.url).searchParams;
  const { targets, session } = targetsOf(actor, search);
  const fields = await asked.request.formData();
  const source = { template: search.get("template"), from: search.get("from"), measures: search.get("measures") };
  try {
    const { added, first } = await answering(() => startFromForm(actor, targets, { fields, source, session }));
    const text = translator(actor.locale)("plans:start.added", { count: added });
    const to = targets.length === 1 ? paths.providerPlan(first) : paths.plans({ view: "draft" });
    return await redirectWithToast(to, { text, tone: added > 0 ? "ok" : "warn" });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return invalid({ error: errorText(actor.locale, error.key, error.values), ticks: readTicks(fields) });
  }
}

/** The providers of the address (`?provider=a,b`), or the participants of its session, whose plans the actor edits; 404 without any. */
function targetsOf(actor: Actor, search: URLSearchParams) {
  const session = search.get("session");
  const present = session ? listParticipants(actor, session).flatMap((one) => one.providerId ?? []) : [];
  const targets = listProvidersById(
    actor,
    [...(search.get("provider")?.split(",") ?? []), ...present].slice(0, 100),
    "plan.edit",
  );
  if (targets.length === 0) throw notFound();
  return { targets, session: session && present.length > 0 ? { id: session, present } : undefined };
}

export default function StartPlan() {
  const { page, query, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.plans.start;
  return (
    <>
      <PageTitle
        title={page.form ? page.form.title : t.title}
        context={[page.context, page.form ? page.form.intro : t.intro].filter(Boolean).join(". ")}
      />
      {page.form ? <StartForm form={page.form} reply={reply} /> : <StartChoice page={page} query={query} />}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
