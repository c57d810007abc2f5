import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ViewsPage } from "~/features/dashboards/components/views-page";
import { describeNetworkViews } from "~/features/dashboards/describe-views.server";
import { networkQuery } from "~/features/dashboards/form";
import { answerViews } from "~/features/dashboards/views-answer.server";
import { actOnNetworkViews } from "~/features/dashboards/views-page.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.views.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "network.view")) throw forbidden();
  const query = parseQuery(asked.request, networkQuery);
  const page = await answering(() => describeNetworkViews(actor, query));
  return json({ page, ids: { keep: newId(), share: newId() }, texts: textsOf(actor.locale, "views") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "network.view")) throw forbidden();
  const query = parseQuery(asked.request, networkQuery);
  return answerViews({
    actor,
    request: asked.request,
    act: (input) => actOnNetworkViews(actor, query, input),
    back: paths.networkViews({ network: query.network, year: query.year }),
  });
}

export default function Views() {
  const { page, ids } = useLoaderData<typeof loader>();
  return <ViewsPage page={page} ids={ids} done={useActionData<typeof action>()} />;
}

export const ErrorBoundary = ErrorPage;
