import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { LeaveForm } from "~/features/accounts/components/leave-form";
import { leaveSchema } from "~/features/accounts/form";
import { getMembership, listCoachesBeside } from "~/features/accounts/people.queries.server";
import { leaveOffice } from "~/features/providers/portfolio.commands.server";
import { countPortfolio } from "~/features/providers/portfolio.queries.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.settings.membership.leave);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const membership = await answering(() => getMembership(actor, asked.params.membershipId ?? ""));
  return json({
    name: membership.person,
    to: paths.membershipEnd(membership.id),
    hint: translator(actor.locale)("settings:membership.leaveHint", { count: countPortfolio(membership) }),
    others: listCoachesBeside([membership.ownerId], membership.userId),
    texts: textsOf(actor.locale, "settings"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const membership = await answering(() => getMembership(actor, asked.params.membershipId ?? ""));
  const form = await parseForm(asked.request, leaveSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    const allowed = authorize(actor, "organisation.people", membership);
    const { passed } = await answering(() => leaveOffice(actor, allowed, form.value));
    const text = translator(actor.locale)("settings:membership.left", { count: passed });
    return redirectWithToast(paths.person(membership.userId), { text, tone: "ok" });
  } catch (error) {
    return invalid(ruleReply(error, form.reply, actor.locale));
  }
}

export default function Leaving() {
  const { name, to, hint, others, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.settings.membership.leave} context={name} />
      <LeaveForm to={to} hint={hint} others={others} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
