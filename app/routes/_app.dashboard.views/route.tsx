import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ViewsPage } from "~/features/dashboards/components/views-page";
import { describeViews } from "~/features/dashboards/describe-views.server";
import { dashboardQuery } from "~/features/dashboards/form";
import { viewSchema } from "~/features/dashboards/views.form";
import { actOnViews } from "~/features/dashboards/views-page.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.views.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "view.keep")) throw forbidden();
  const query = parseQuery(asked.request, dashboardQuery);
  const page = await answering(() => describeViews(actor, query));
  return json({ page, ids: { keep: newId(), share: newId() }, texts: textsOf(actor.locale, "views") });
}

/** A new link is shown in the answer itself, once: it stands nowhere else. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "view.keep")) throw forbidden();
  const form = await parseForm(asked.request, viewSchema, actor.locale);
  const wrong = (errors: Record<string, string[]>) => invalid({ link: null, errors, intent: String(form.reply.values.intent) });
  if (!form.isValid) return wrong(form.reply.errors);
  try {
    const done = await answering(() => actOnViews(actor, form.value));
    if (done.link) return json({ link: done.link, errors: {}, intent: "share" });
    return redirectWithToast(paths.dashboardViews(), { text: done.said, tone: "ok" });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return wrong(ruleReply(error, form.reply, actor.locale).errors);
  }
}

export default function Views() {
  const { page, ids } = useLoaderData<typeof loader>();
  return <ViewsPage page={page} ids={ids} done={useActionData<typeof action>()} />;
}

export const ErrorBoundary = ErrorPage;
