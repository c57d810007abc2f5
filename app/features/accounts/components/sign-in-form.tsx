import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";

interface SignInFormProps {
  redirectTo: string;
  reply: { errors: Record<string, string[]>; values: Record<string, unknown> } | undefined;
  /** A host is asked for the address alone; the password stands behind a link. */
  isHost: boolean;
}

/** The way in: an address and a password, or an address alone, which gets a link and a code. */
export function SignInForm({ redirectTo, reply, isHost }: SignInFormProps) {
  const t = useTexts("auth");
  return (
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
      {isHost ? null : (
        <Field name="password" label={t.password} errors={reply?.errors.password}>
          {(aria) => <input {...aria} type="password" autoComplete="current-password" className="input" />}
        </Field>
      )}
      {isHost ? null : (
        <button type="submit" className="button button-main">
          {t.submit}
        </button>
      )}
      <button type="submit" name="intent" value="link" className={isHost ? "button button-main" : "button"}>
        {t.link}
      </button>
      {isHost ? (
        <a href={paths.login({ redirectTo, with: "password" })} className="inline-flex min-h-11 items-center">
          {t.host.password}
        </a>
      ) : (
        <p className="text-s text-muted">{t.linkHint}</p>
      )}
    </Form>
  );
}
