import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { findActor } from "~/auth/actor.server";
import { keepBrowserKey } from "~/auth/browser-cookie.server";
import { completeSignIn } from "~/auth/complete-sign-in.server";
import { askLinkSchema, signInSchema } from "~/features/accounts/form";
import { checkPassword } from "~/features/accounts/sign-in.commands.server";
import { askSignInLink } from "~/features/accounts/sign-in-links.commands.server";
import { parseFields, ruleReply } from "~/http/form.server";
import { safeRedirect } from "~/http/redirect-target.server";
import { invalid } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { NarrowPage } from "~/ui/narrow-page";

export const meta = () => [{ title: "Se connecter · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const query = new URL(asked.request.url).searchParams;
  const redirectTo = query.get("redirectTo") ?? "";
  if (await findActor(asked)) return redirect(safeRedirect(redirectTo, paths.home()));
  const reason = query.get("reason");
  const texts = textsOf(localeOf(asked.request), "auth");
  const intro = reason === "kept" || reason === "expired" ? texts.auth[reason] : texts.auth.intro;
  return json({ redirectTo, intro, texts });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const fields = await request.formData();
  if (fields.get("intent") === "link") {
    const form = parseFields(fields, askLinkSchema, locale);
    if (!form.isValid) return invalid(form.reply);
    try {
      const redirectTo = safeRedirect(form.value.redirectTo, "");
      const key = await askSignInLink(form.value.email, { redirectTo, clientAddress: context.clientAddress });
      return redirect(paths.loginCode({ redirectTo }), { headers: { "Set-Cookie": await keepBrowserKey(key) } });
    } catch (error) {
      return invalid(ruleReply(error, form.reply, locale));
    }
  }
  const form = parseFields(fields, signInSchema, locale);
  if (!form.isValid) return invalid(withoutPassword(form.reply));
  try {
    const userId = await checkPassword(form.value, context.clientAddress);
    const headers = { "Set-Cookie": await completeSignIn(userId, request) };
    return redirect(safeRedirect(form.value.redirectTo, paths.home()), { headers });
  } catch (error) {
    return invalid(ruleReply(error, withoutPassword(form.reply), locale));
  }
}

/** The one thing typed that does not come back. */
function withoutPassword<T extends { values: Record<string, unknown> }>(reply: T): T {
  return { ...reply, values: { ...reply.values, password: undefined } };
}

export default function Login() {
  const { redirectTo, intro, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.auth;
  return (
    <NarrowPage title={t.title} intro={intro}>
      <Form method="post" className="grid gap-4" noValidate>
        <ErrorSummary title={t.check} errors={reply?.errors ?? {}} labels={{ email: t.email, password: t.password }} />
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
        <button type="submit" name="intent" value="link" className="button">
          {t.link}
        </button>
        <p className="text-s text-muted">{t.linkHint}</p>
      </Form>
    </NarrowPage>
  );
}

export const ErrorBoundary = ErrorPage;
