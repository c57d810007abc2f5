import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { changeWebhook, renewSecret } from "~/features/webhooks/commands.server";
import { DeliveryList } from "~/features/webhooks/components/delivery-list";
import { WebhookActs } from "~/features/webhooks/components/webhook-acts";
import { describeDelivery, describeWebhook } from "~/features/webhooks/describe.server";
import { webhookActSchema } from "~/features/webhooks/form";
import { getWebhook, listDeliveries } from "~/features/webhooks/queries.server";
import { parseForm } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { ShownSecret } from "~/ui/shown-secret";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.webhook.name);

async function webhookOf(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  return { actor, webhook: await answering(() => getWebhook(actor, asked.params.webhookId ?? "")) };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, webhook } = await webhookOf(asked);
  return json({
    context: webhook.office,
    back: paths.webhooks({ office: webhook.ownerId }),
    webhook: describeWebhook(actor.locale, webhook, webhook.zone),
    deliveries: listDeliveries(webhook).map((row) => describeDelivery(actor.locale, row, webhook.zone)),
    texts: textsOf(actor.locale, "webhooks"),
  });
}

/** A new secret is shown in the answer itself, once. */
export async function action(asked: ActionFunctionArgs) {
  const { actor, webhook } = await webhookOf(asked);
  const form = await parseForm(asked.request, webhookActSchema, actor.locale);
  if (!form.isValid) return invalid({ secret: null });
  const { intent } = form.value;
  if (intent === "renew") return json({ secret: renewSecret(actor, webhook) });
  changeWebhook(actor, webhook, intent);
  const to = intent === "delete" ? paths.webhooks({ office: webhook.ownerId }) : paths.webhook(webhook.id);
  return redirectWithToast(to, { text: translator(actor.locale)(`webhooks:done.${intent}`), tone: "ok" });
}

export default function Webhook() {
  const { context, back, webhook, deliveries, texts } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <>
      <PageTitle
        title={webhook.name}
        context={context}
        action={
          <a href={back} className="button">
            {texts.webhooks.title}
          </a>
        }
      />
      {done?.secret ? <ShownSecret {...texts.webhooks.shown} value={done.secret} /> : null}
      <p className="break-words font-mono text-s">{webhook.url}</p>
      <p>{webhook.events}</p>
      <p className={webhook.isFailing ? "font-semibold text-error" : "text-muted"}>{webhook.state}</p>
      {webhook.isFailing ? <p className="max-w-prose">{texts.webhooks.stopped}</p> : null}
      <WebhookActs id={webhook.id} isOn={webhook.isOn} />
      <DeliveryList deliveries={deliveries} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
