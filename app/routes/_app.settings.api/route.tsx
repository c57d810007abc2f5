import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { ApiGuide } from "~/features/api/components/api-guide";
import { KeyForm } from "~/features/api/components/key-form";
import { KeyTable } from "~/features/api/components/key-table";
import { describeEndpoints, describeKeys, keyChoices } from "~/features/api/describe-keys.server";
import { makeKey, revokeKey } from "~/features/api/keys.commands.server";
import { keySchema } from "~/features/api/keys.form";
import { getSettings } from "~/features/organisations/settings.queries.server";
import { type FormReply, parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { formKey } from "~/ui/form-key";
import { PageTitle } from "~/ui/page-title";
import { ShownSecret } from "~/ui/shown-secret";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.api.title);

async function ownerOf(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = new URL(asked.request.url).searchParams.get("office");
  const owner = await answering(() => authorize(actor, "api.manage", getSettings(actor, office)));
  return { actor, owner, isNamed: office !== null };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, owner, isNamed } = await ownerOf(asked);
  // The address names the office, so that a form saves what it shows even after a switch in another tab.
  if (!isNamed) throw redirect(paths.apiSettings({ office: owner.id }));
  return json({
    context: owner.name,
    keys: describeKeys(actor.locale, owner),
    form: { id: newId(), ...keyChoices(actor.locale) },
    guide: { endpoints: describeEndpoints(actor.locale), description: paths.apiDescription() },
    texts: textsOf(actor.locale, "api"),
  });
}

const refused = (reply: FormReply) => ({ reply, token: null });

/** A new key is shown in the answer itself, once: it stands nowhere else. */
export async function action(asked: ActionFunctionArgs) {
  const { actor, owner } = await ownerOf(asked);
  const form = await parseForm(asked.request, keySchema, actor.locale);
  if (!form.isValid) return invalid(refused(form.reply));
  try {
    if (form.value.intent === "make") return json({ reply: null, token: makeKey(actor, owner, form.value) });
    const { id } = form.value;
    await answering(() => revokeKey(actor, owner, id));
    const text = translator(actor.locale)("api:keys.done");
    return redirectWithToast(paths.apiSettings({ office: owner.id }), { text, tone: "ok" });
  } catch (error) {
    if (error instanceof Response) throw error;
    return invalid(refused(ruleReply(error, form.reply, actor.locale)));
  }
}

export default function ApiSettings() {
  const { context, keys, form, guide, texts } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.api.title} context={context} />
      <p className="mb-6 max-w-prose text-muted">{texts.api.intro}</p>
      {done?.token ? <ShownSecret {...texts.api.shown} value={done.token} /> : null}
      <KeyTable keys={keys} />
      <KeyForm key={formKey(form.id, done?.reply)} {...form} reply={done?.reply ?? undefined} />
      <ApiGuide {...guide} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
