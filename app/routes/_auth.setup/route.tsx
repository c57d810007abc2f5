import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { completeSignIn } from "~/auth/complete-sign-in.server";
import { hashPassword } from "~/auth/password.server";
import { setupSchema } from "~/features/accounts/form";
import { isInstallationEmpty, setUpInstallation } from "~/features/accounts/setup.commands.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid, notFound } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { NarrowPage } from "~/ui/narrow-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.auth.setup.title);

export function loader({ request }: LoaderFunctionArgs) {
  if (!isInstallationEmpty()) throw notFound();
  return json({ texts: textsOf(localeOf(request), "auth") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (!isInstallationEmpty()) throw notFound();
  const locale = localeOf(request);
  const form = await parseForm(request, setupSchema, locale);
  // Passwords are never sent back.
  const reply = { ...form.reply, values: { ...form.reply.values, password: "" } };
  if (!form.isValid) return invalid(reply);
  const { clientAddress } = context;
  const passwordHash = await hashPassword(form.value.password);
  try {
    const userId = await answering(() => setUpInstallation(form.value, { passwordHash, clientAddress }));
    return redirect(paths.settings(), { headers: { "Set-Cookie": await completeSignIn(userId, request) } });
  } catch (error) {
    if (error instanceof Response) throw error;
    return invalid(ruleReply(error, reply, locale));
  }
}

export default function Setup() {
  const { texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.auth.setup;
  const typed = (name: string) => String(new Map<string, unknown>(Object.entries(reply?.values ?? {})).get(name) ?? "");
  const text = (name: "code" | "organisation" | "name" | "email", hint?: string) => (
    <Field name={name} label={t[name]} hint={hint} errors={reply?.errors[name]}>
      {(aria) => <input {...aria} type={name === "email" ? "email" : "text"} className="input" defaultValue={typed(name)} />}
    </Field>
  );
  return (
    <NarrowPage title={t.title} intro={t.intro}>
      <Form method="post" noValidate className="grid gap-4">
        <ErrorSummary title={texts.auth.check} errors={reply?.errors ?? {}} labels={t} />
        {text("code", t.codeHint)}
        {text("organisation")}
        <Field name="kind" label={t.kind} errors={reply?.errors.kind}>
          {(aria) => (
            <select {...aria} className="input" defaultValue={typed("kind") || "territory"}>
              <option value="office">{t.office}</option>
              <option value="territory">{t.territory}</option>
              <option value="network">{t.network}</option>
            </select>
          )}
        </Field>
        {text("name")}
        {text("email")}
        <Field name="password" label={t.password} hint={t.passwordHint} errors={reply?.errors.password}>
          {(aria) => <input {...aria} type="password" autoComplete="new-password" className="input" />}
        </Field>
        <button type="submit" className="button button-main">
          {t.submit}
        </button>
      </Form>
    </NarrowPage>
  );
}

export const ErrorBoundary = ErrorPage;
