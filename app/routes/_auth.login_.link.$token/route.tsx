import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { forgetBrowserKey, readBrowserKey } from "~/auth/browser-cookie.server";
import { completeSignIn } from "~/auth/complete-sign-in.server";
import { CodeField } from "~/features/accounts/components/code-field";
import { linkSchema } from "~/features/accounts/form";
import { consumeSignInLink, findSignInLink } from "~/features/accounts/sign-in-links.commands.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { safeRedirect } from "~/http/redirect-target.server";
import { invalid } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { NarrowPage } from "~/ui/narrow-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.auth.title);

/** Looks alone: mail scanners open links too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const state = findSignInLink(params.token ?? "", await readBrowserKey(request)) ?? "gone";
  const redirectTo = safeRedirect(new URL(request.url).searchParams.get("redirectTo") ?? "", "");
  const again = paths.login({ redirectTo });
  return json({ state, redirectTo, again, texts: textsOf(localeOf(request), "auth") }, state === "gone" ? 410 : 200);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const form = await parseForm(request, linkSchema, locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    const proof = { browserKey: await readBrowserKey(request), code: form.value.code };
    const userId = await consumeSignInLink(params.token ?? "", proof, context.clientAddress);
    const headers = new Headers({ "Set-Cookie": await completeSignIn(userId, request) });
    headers.append("Set-Cookie", await forgetBrowserKey());
    return redirect(safeRedirect(form.value.redirectTo, paths.home()), { headers });
  } catch (error) {
    return invalid(ruleReply(error, form.reply, locale));
  }
}

export default function SignInLink() {
  const { state, redirectTo, again, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.auth.linkPage;
  if (state === "gone") {
    return (
      <NarrowPage title={t.goneTitle} intro={t.gone}>
        <a href={again} className="button button-main">
          {t.again}
        </a>
      </NarrowPage>
    );
  }
  const isHere = state === "here";
  return (
    <NarrowPage title={isHere ? texts.auth.title : t.elsewhereTitle} intro={isHere ? t.here : t.elsewhere}>
      <Form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="redirectTo" value={redirectTo} />
        {isHere ? null : <CodeField label={texts.auth.code.label} errors={reply?.errors.code ?? reply?.errors[""]} />}
        <button type="submit" className="button button-main">
          {t.submit}
        </button>
      </Form>
    </NarrowPage>
  );
}

export const ErrorBoundary = ErrorPage;
