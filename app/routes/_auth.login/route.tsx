import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findActor } from "~/auth/actor.server";
import { keepBrowserKey } from "~/auth/browser-cookie.server";
import { completeSignIn } from "~/auth/complete-sign-in.server";
import { OfficeNumbers } from "~/features/accounts/components/office-numbers";
import { SignInForm } from "~/features/accounts/components/sign-in-form";
import { askLinkSchema, signInSchema } from "~/features/accounts/form";
import { listOfficeNumbers } from "~/features/accounts/offices.queries.server";
import { checkPassword } from "~/features/accounts/sign-in.commands.server";
import { askSignInLink } from "~/features/accounts/sign-in-links.commands.server";
import { parseFields, ruleReply } from "~/http/form.server";
import { safeRedirect } from "~/http/redirect-target.server";
import { invalid } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { NarrowPage } from "~/ui/narrow-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.auth.title);

export async function loader(asked: LoaderFunctionArgs) {
  const query = new URL(asked.request.url).searchParams;
  const redirectTo = query.get("redirectTo") ?? "";
  if (await findActor(asked)) return redirect(safeRedirect(redirectTo, paths.home()));
  const reason = query.get("reason");
  const locale = localeOf(asked.request);
  const texts = textsOf(locale, "auth");
  // A host is never asked for a password first: their own address is enough.
  const isHost = redirectTo.startsWith(paths.my()) && query.get("with") !== "password";
  const usual = isHost ? texts.auth.host.intro : texts.auth.intro;
  const intro = reason === "kept" || reason === "expired" ? texts.auth[reason] : usual;
  return json({
    redirectTo,
    intro,
    texts,
    host: isHost ? { offices: listOfficeNumbers(), texts: textsOf(locale, "lostKey").lostKey } : null,
  });
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
  const { redirectTo, intro, texts, host } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <NarrowPage title={host ? texts.auth.host.title : texts.auth.title} intro={intro}>
      <SignInForm redirectTo={redirectTo} reply={reply} isHost={host !== null} />
      {host ? <OfficeNumbers {...host} /> : null}
    </NarrowPage>
  );
}

export const ErrorBoundary = ErrorPage;
