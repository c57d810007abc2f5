import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { findActor } from "~/auth/actor.server";
import { openSession } from "~/auth/sessions.server";
import { signInSchema } from "~/features/accounts/form";
import { checkPassword } from "~/features/accounts/sign-in.commands.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { safeRedirect } from "~/http/redirect-target.server";
import { invalid } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { Logo } from "~/ui/logo";

export const meta = () => [{ title: "Se connecter · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const redirectTo = new URL(asked.request.url).searchParams.get("redirectTo") ?? "";
  if (await findActor(asked)) return redirect(safeRedirect(redirectTo, paths.home()));
  return json({ redirectTo, texts: textsOf(localeOf(asked.request), "auth") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const form = await parseForm(request, signInSchema, locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    const userId = await checkPassword(form.value, context.clientAddress);
    const headers = { "Set-Cookie": await openSession(userId, request) };
    return redirect(safeRedirect(form.value.redirectTo, paths.home()), { headers });
  } catch (error) {
    return invalid(ruleReply(error, form.reply, locale));
  }
}

export default function Login() {
  const { redirectTo, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.auth;
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-6 py-12">
      <Logo />
      <div>
        <h1 className="text-xl">{t.title}</h1>
        <p className="mt-1 text-muted">{redirectTo ? t.expired : t.intro}</p>
      </div>
      <Form method="post" className="grid gap-4" noValidate>
        <ErrorSummary
          title={reply?.errors[""]?.join(" ") ?? t.title}
          errors={reply?.errors ?? {}}
          labels={{ email: t.email, password: t.password }}
        />
        <input type="hidden" name="redirectTo" value={redirectTo} />
        <Field name="email" label={t.email} errors={reply?.errors.email}>
          {(aria) => (
            <input
              {...aria}
              type="email"
              autoComplete="username"
              className="input"
              defaultValue={String(reply?.values.email ?? "")}
            />
          )}
        </Field>
        <Field name="password" label={t.password} errors={reply?.errors.password}>
          {(aria) => <input {...aria} type="password" autoComplete="current-password" className="input" />}
        </Field>
        <button type="submit" className="button button-main">
          {t.submit}
        </button>
      </Form>
    </main>
  );
}

export const ErrorBoundary = ErrorPage;
