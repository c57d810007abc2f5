import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { listActions } from "~/features/action-plans/queries.server";
import { getProvider } from "~/features/providers/queries.server";
import { answering, notFound } from "~/http/responses.server";
import { formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { fill } from "~/i18n/use-texts";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";

export const meta = () => [{ title: "Mon plan · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const [providerId] = actor.providerIds;
  if (!providerId) throw notFound();
  const provider = await answering(() => getProvider(actor, providerId));
  const t = translator(actor.locale);
  const steps = listActions(actor, providerId).map((action) => ({
    id: action.id,
    title: action.title,
    isDone: action.state === "done" || action.state === "not_relevant",
    due: action.dueOn ? t("actionPlans:due", { day: formatDay(actor.locale, action.dueOn, "spoken") }) : "",
  }));
  return json({ name: provider.name, steps, texts: textsOf(actor.locale, "actionPlans") });
}

export default function MyPlan() {
  const { name, steps, texts } = useLoaderData<typeof loader>();
  const t = texts.actionPlans;
  const next = steps.find((step) => !step.isDone);
  return (
    <>
      <PageTitle title={fill(t.hello, { name })} />
      {next ? (
        <section className="rounded-box border-l-8 border-mark bg-surface p-5 outline outline-ink">
          <p className="text-s text-muted">{t.next}</p>
          <h2 className="mt-1 text-l">{next.title}</h2>
          <p className="mt-1">{next.due}</p>
        </section>
      ) : (
        <p>{steps.length === 0 ? t.empty : t.finished}</p>
      )}
      <ol className="mt-6 grid gap-2">
        {steps.map((step) => (
          <li key={step.id} className={step.isDone ? "text-muted" : ""}>
            {step.title}
          </li>
        ))}
      </ol>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
