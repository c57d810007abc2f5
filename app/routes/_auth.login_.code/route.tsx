import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { forgetBrowserKey, readBrowserKey } from "~/auth/browser-cookie.server";
import { completeSignIn } from "~/auth/complete-sign-in.server";
import { CodeField } from "~/features/accounts/components/code-field";
import { codeSchema } from "~/features/accounts/form";
import { consumeSignInCode } from "~/features/accounts/sign-in-links.commands.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { safeRedirect } from "~/http/redirect-target.server";
import { invalid } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { NarrowPage } from "~/ui/narrow-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.auth.code.title);

export function loader({ request }: LoaderFunctionArgs) {
  const redirectTo = safeRedirect(new URL(request.url).searchParams.get("redirectTo") ?? "", "");
  return json({ redirectTo, again: paths.login({ redirectTo }), texts: textsOf(localeOf(request), "auth") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const form = await parseForm(request, codeSchema, locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    const proof = { browserKey: await readBrowserKey(request), code: form.value.code };
    const userId = await consumeSignInCode(proof, context.clientAddress);
    const headers = new Headers({ "Set-Cookie": await completeSignIn(userId, request) });
    headers.append("Set-Cookie", await forgetBrowserKey());
    return redirect(safeRedirect(form.value.redirectTo, paths.home()), { headers });
  } catch (error) {
    return invalid(ruleReply(error, form.reply, locale));
  }
}

export default function SignInCode() {
  const { redirectTo, again, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.auth.code;
  return (
    <NarrowPage title={t.title} intro={t.intro}>
      <Form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="redirectTo" value={redirectTo} />
        <CodeField label={t.label} errors={reply?.errors.code ?? reply?.errors[""]} />
        <button type="submit" className="button button-main">
          {t.submit}
        </button>
      </Form>
      <p>
        <a href={again}>{t.again}</a>
      </p>
    </NarrowPage>
  );
}

export const ErrorBoundary = ErrorPage;
