import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { requireActor } from "~/auth/actor.server";
import { MyPlanPage } from "~/features/action-plans/components/my-plan-page";
import { ProviderChoice } from "~/features/action-plans/components/provider-choice";
import { describeLearning } from "~/features/action-plans/my-learning.server";
import { describeMyPlan } from "~/features/action-plans/my-plan.server";
import { getAction } from "~/features/action-plans/queries.server";
import { Coming } from "~/features/agenda/components/coming";
import { describeComing } from "~/features/agenda/my-coming.server";
import { countUnread } from "~/features/notifications/news-list.queries.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import type { ResourceLine } from "~/features/resources/components/resource-list";
import { SuggestedResources } from "~/features/resources/components/suggested-resources";
import { answering } from "~/http/responses.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { Icon } from "~/ui/icon";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.myPlan.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const search = new URL(asked.request.url).searchParams;
  const { provider, choices } = await answering(() => chooseOwnProvider(actor, providerOf(actor, search)));
  return json({
    plan: describeMyPlan(actor, provider.id, {
      stepId: search.get("step"),
      step: (id) => paths.my({ provider: provider.id, step: id }),
      comments: paths.myStep,
      ticks: paths.myStep,
      files: paths.myStepFiles,
      seen: paths.mySeen({ provider: provider.id }),
    }),
    choices: choices.map((one) => ({ ...one, to: paths.my({ provider: one.id }), isCurrent: one.id === provider.id })),
    coming: describeComing(actor, provider.id),
    learning: describeLearning(actor, provider.id),
    unread: describeUnread(actor),
    callbackId: newId(),
    help: paths.myHelp({ provider: provider.id }),
    callbacks: paths.myCallbacks({ provider: provider.id }),
    texts: textsOf(actor.locale, "myPlan", "plans", "appointments"),
  });
}

/** The news that wait, for a line above the plan. */
function describeUnread(actor: Actor): string | null {
  const count = countUnread(actor, "host");
  return count > 0 ? translator(actor.locale)("notices:news.waiting", { count }) : null;
}

/** The establishment asked for, or the one whose step the address opens. */
function providerOf(actor: Actor, search: URLSearchParams): string | null {
  const step = search.get("step");
  return search.get("provider") ?? (step ? getAction(actor, step, "plan.view").providerId : null);
}

export default function MyPlan() {
  const { plan, coming, learning, texts, choices, unread, callbackId, callbacks, help } = useLoaderData<typeof loader>();
  return (
    <>
      <ProviderChoice choices={choices} />
      {unread ? (
        <p className="mx-auto mb-3 max-w-2xl print:hidden">
          <a href={paths.myNews()} className="inline-flex min-h-11 items-center gap-2">
            <Icon name="bell" size={18} />
            {unread}
          </a>
        </p>
      ) : null}
      <MyPlanPage plan={plan} to={{ method: "post", action: paths.myAnswers(), callbacks, help }} callbackId={callbackId} />
      <div className="mx-auto max-w-2xl">
        <Coming lines={coming} />
        <Learning rows={learning} texts={texts.myPlan.learn} />
      </div>
    </>
  );
}

function Learning({ rows, texts: t }: { rows: ResourceLine[]; texts: { title: string; all: string } }) {
  return (
    <div className="mt-10">
      <SuggestedResources title={t.title} rows={rows} />
      <a href={paths.myResources()} className="inline-flex min-h-11 items-center print:hidden">
        {t.all}
      </a>
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
