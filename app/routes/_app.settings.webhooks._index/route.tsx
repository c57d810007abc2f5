import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getSettings } from "~/features/organisations/settings.queries.server";
import { addWebhook } from "~/features/webhooks/commands.server";
import { WebhookForm } from "~/features/webhooks/components/webhook-form";
import { WebhookList } from "~/features/webhooks/components/webhook-list";
import { describeWebhook, eventChoices } from "~/features/webhooks/describe.server";
import { webhookSchema } from "~/features/webhooks/form";
import { listWebhooks } from "~/features/webhooks/queries.server";
import { type FormReply, parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { formKey } from "~/ui/form-key";
import { PageTitle } from "~/ui/page-title";
import { ShownSecret } from "~/ui/shown-secret";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.webhooks.title);

async function ownerOf(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = new URL(asked.request.url).searchParams.get("office");
  const owner = await answering(() => authorize(actor, "api.manage", getSettings(actor, office)));
  return { actor, owner, isNamed: office !== null };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, owner, isNamed } = await ownerOf(asked);
  // The address names the office, so that a form saves what it shows even after a switch in another tab.
  if (!isNamed) throw redirect(paths.webhooks({ office: owner.id }));
  return json({
    context: owner.name,
    webhooks: listWebhooks(owner).map((row) => describeWebhook(actor.locale, row, owner.zone)),
    form: { id: newId(), events: eventChoices(actor.locale) },
    texts: textsOf(actor.locale, "webhooks"),
  });
}

const refused = (reply: FormReply) => ({ reply, secret: null });

/** The secret is shown in the answer itself, once: it stands nowhere else in clear. */
export async function action(asked: ActionFunctionArgs) {
  const { actor, owner } = await ownerOf(asked);
  const form = await parseForm(asked.request, webhookSchema, actor.locale);
  if (!form.isValid) return invalid(refused(form.reply));
  try {
    return json({ reply: null, secret: addWebhook(actor, owner, form.value) });
  } catch (error) {
    return invalid(refused(ruleReply(error, form.reply, actor.locale)));
  }
}

export default function Webhooks() {
  const { context, webhooks, form, texts } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.webhooks.title} context={context} />
      <p className="mb-6 max-w-prose text-muted">{texts.webhooks.intro}</p>
      {done?.secret ? <ShownSecret {...texts.webhooks.shown} value={done.secret} /> : null}
      <WebhookList webhooks={webhooks} />
      <WebhookForm key={formKey(form.id, done?.reply)} {...form} reply={done?.reply ?? undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
