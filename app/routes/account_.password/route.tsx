import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { revokeOtherDevices } from "~/auth/sessions.server";
import { passwordSchema } from "~/features/accounts/form";
import { changePassword } from "~/features/accounts/profile.commands.server";
import { getProfile } from "~/features/accounts/queries.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { Field } from "~/ui/field";
import { PageTitle } from "~/ui/page-title";
import { PlainPage } from "~/ui/plain-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.accounts.password.change);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { hasPassword, email } = await answering(() => getProfile(actor));
  return json({ hasPassword, email, texts: textsOf(actor.locale, "accounts") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const form = await parseForm(asked.request, passwordSchema, actor.locale);
  // Passwords are never sent back.
  const reply = { ...form.reply, values: {} };
  if (!form.isValid) return invalid(reply);
  try {
    await changePassword(actor, authorize(actor, "profile.edit", getProfile(actor)), form.value);
  } catch (error) {
    return invalid(ruleReply(error, reply, actor.locale));
  }
  revokeOtherDevices(actor, asked.request);
  return redirectWithToast(paths.account(), { text: translator(actor.locale)("accounts:password.changed"), tone: "ok" });
}

export default function Password() {
  const { hasPassword, email, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  const t = texts.accounts.password;
  return (
    <PlainPage back={{ to: paths.account(), label: actions.back }}>
      <PageTitle title={t.change} context={t.effect} />
      <Form method="post" noValidate className="grid gap-5">
        {reply?.errors[""] ? (
          <p role="alert" className="font-semibold text-error">
            {reply.errors[""].join(" ")}
          </p>
        ) : null}
        <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
        {hasPassword ? (
          <Field name="present" label={t.present} errors={reply?.errors.present}>
            {(aria) => <input {...aria} type="password" autoComplete="current-password" className="input" />}
          </Field>
        ) : null}
        <Field name="password" label={t.next} hint={t.hint} errors={reply?.errors.password}>
          {(aria) => <input {...aria} type="password" autoComplete="new-password" className="input" />}
        </Field>
        <div>
          <button type="submit" className="button button-main">
            {t.change}
          </button>
        </div>
      </Form>
    </PlainPage>
  );
}

export const ErrorBoundary = ErrorPage;
