import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CallBack } from "~/features/accounts/components/call-back";
import { LostKeyPage } from "~/features/accounts/components/lost-key-page";
import { openingKey } from "~/features/accounts/lost-key.server";
import { ConfirmAnswer } from "~/features/action-plans/components/confirm-answer";
import { MyPlanPage } from "~/features/action-plans/components/my-plan-page";
import { SpentLink } from "~/features/action-plans/components/spent-link";
import { answerByLink, callByOldLink, renewByLink } from "~/features/action-plans/link-answers.server";
import { describeLinkPage } from "~/features/action-plans/link-page.server";
import { getPageLink } from "~/features/action-plans/links.queries.server";
import { notFound } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { Logo } from "~/ui/logo";
import { titledUnlisted } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titledUnlisted(data?.texts.myPlan.title);

/** A GET changes nothing: it shows the plan, or asks whether the answer in its address is meant. */
export async function loader(asked: LoaderFunctionArgs) {
  const token = asked.params.token ?? "";
  const link = await openingKey(asked.request, () => getPageLink(token));
  const asksFor = new URL(asked.request.url).searchParams;
  const page = await openingKey(asked.request, () => describeLinkPage(link, token, asksFor));
  return json({
    ...page,
    locale: link.locale ?? "fr",
    texts: textsOf(link.locale ?? "fr", "common", "myPlan", "plans", "beside"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const token = asked.params.token ?? "";
  const link = await openingKey(asked.request, () => getPageLink(token));
  const fields = await asked.request.formData();
  const isCall = fields.get("intent") === "callback";
  if (link.state === "expired" && fields.get("intent") === "renew") return renewByLink(link, token);
  if (link.state === "expired" && isCall) return callByOldLink(link, token, fields);
  if (link.state !== "valid") throw notFound();
  return answerByLink(link, token, fields);
}

export default function PlanByLink() {
  const { plan, confirm, spent, contact, mayCall, to, callbackId, texts } = useLoaderData<typeof loader>();
  const t = texts.myPlan.link;
  return (
    <div className="mx-auto max-w-2xl px-4 pb-16">
      <header className="py-4 print:hidden">
        <Logo />
      </header>
      <main id="content">
        {spent ? <SpentLink spent={spent} action={to.action} /> : null}
        {confirm ? <ConfirmAnswer confirm={confirm} action={to.action} /> : null}
        {contact ? <CallBack contact={contact} action={mayCall ? to.callbacks : null} id={callbackId} /> : null}
        {plan ? (
          <>
            <MyPlanPage plan={plan} to={to} callbackId={callbackId} />
            <p className="mt-8 text-s text-muted">{t.private}</p>
          </>
        ) : null}
      </main>
    </div>
  );
}

export const ErrorBoundary = LostKeyPage;
