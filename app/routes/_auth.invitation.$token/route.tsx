import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { findActor } from "~/auth/actor.server";
import { completeSignIn } from "~/auth/complete-sign-in.server";
import { hashPassword } from "~/auth/password.server";
import { acceptSchema } from "~/features/accounts/form";
import { acceptInvitation } from "~/features/accounts/invitations.commands.server";
import { describeInvitation } from "~/features/accounts/people-lines.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { invalid } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { NarrowPage } from "~/ui/narrow-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.invitation?.title);

export async function loader(asked: LoaderFunctionArgs) {
  const locale = localeOf(asked.request);
  const token = asked.params.token ?? "";
  const invitation = describeInvitation(locale, token, await findActor(asked));
  const signIn = paths.login({ redirectTo: paths.invitation(token) });
  return json({ invitation, signIn, texts: textsOf(locale, "auth") }, invitation ? 200 : 410);
}

export async function action(asked: ActionFunctionArgs) {
  const locale = localeOf(asked.request);
  const actor = await findActor(asked);
  const form = await parseForm(asked.request, acceptSchema, locale);
  // Passwords are never sent back.
  const reply = { ...form.reply, values: { name: form.reply.values.name, password: "" } };
  if (!form.isValid) return invalid(reply);
  const { name, password } = form.value;
  const passwordHash = password ? await hashPassword(password) : null;
  try {
    const known = { name, passwordHash, locale, asUserId: actor?.userId };
    const { userId } = acceptInvitation(asked.params.token ?? "", known);
    return redirect(paths.home(), { headers: { "Set-Cookie": await completeSignIn(userId, asked.request) } });
  } catch (error) {
    return invalid(ruleReply(error, reply, locale));
  }
}

export default function Invitation() {
  const { invitation, signIn, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.auth.invitation;
  if (!invitation) {
    return (
      <NarrowPage title={t.goneTitle} intro={t.gone}>
        <a href={paths.login()} className="button">
          {texts.auth.submit}
        </a>
      </NarrowPage>
    );
  }
  if (invitation.state === "signIn") {
    return (
      <NarrowPage title={invitation.title} intro={t.known}>
        <p>{invitation.roles}</p>
        <a href={signIn} className="button button-main">
          {texts.auth.submit}
        </a>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title={invitation.title} intro={invitation.roles}>
      <Form method="post" noValidate className="grid gap-4">
        <ErrorSummary title={texts.auth.check} errors={reply?.errors ?? {}} labels={t} />
        {invitation.state === "join" ? (
          <input type="hidden" name="name" value={invitation.name} />
        ) : (
          <>
            <p className="text-muted">{invitation.email}</p>
            <Field name="name" label={t.name} errors={reply?.errors.name}>
              {(aria) => (
                <input
                  {...aria}
                  className="input"
                  autoComplete="name"
                  defaultValue={String(reply?.values.name ?? invitation.name)}
                />
              )}
            </Field>
            <Field
              name="password"
              label={texts.auth.password}
              note={t.optional}
              hint={t.passwordHint}
              errors={reply?.errors.password}
            >
              {(aria) => <input {...aria} type="password" autoComplete="new-password" className="input" />}
            </Field>
          </>
        )}
        <button type="submit" className="button button-main">
          {t.submit}
        </button>
      </Form>
    </NarrowPage>
  );
}

export const ErrorBoundary = ErrorPage;
