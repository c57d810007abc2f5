import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { SignaturePad } from "~/features/workshops/components/signature-pad";
import { actOnSigning, readSigning } from "~/features/workshops/signing-page.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

/** One person, and nothing that leads elsewhere. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { workshopId = "", registrationId = "" } = asked.params;
  const page = await answering(() => readSigning(actor, workshopId, registrationId));
  return json({ ...page, texts: textsOf(actor.locale, "signing") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const { workshopId = "", registrationId = "" } = asked.params;
  const fields = await asked.request.formData();
  return answering(() => actOnSigning(actor, { request: asked.request, workshopId, registrationId, fields }));
}

export default function Signing() {
  const { title, name, establishment, thanks, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.signing;
  const error = reply && "error" in reply ? reply.error : null;
  return (
    <main id="content" className="mx-auto grid max-w-3xl gap-6 px-4 py-8">
      <header>
        <p className="text-muted">{title}</p>
        <h1 className="text-xl md:text-xxl">{name}</h1>
        <p className="text-l text-muted">{establishment}</p>
      </header>
      {error ? (
        <p role="alert" className="border-l-8 border-l-error pl-4 font-semibold text-error">
          {error}
        </p>
      ) : null}
      {thanks ? (
        <p role="status" className="next-step text-l">
          {thanks}
        </p>
      ) : (
        <SignaturePad />
      )}
      <details className="sheet p-4" open={thanks !== null || error !== null}>
        <summary className="min-h-11 py-2 font-semibold">{t.back}</summary>
        <Form method="post" className="mt-3 grid gap-3">
          <label className="grid max-w-xs gap-1">
            {t.code}
            <input
              name="code"
              inputMode="numeric"
              type="password"
              autoComplete="off"
              maxLength={8}
              className="input min-h-14 text-l"
            />
          </label>
          <div className="flex flex-wrap gap-3">
            <button type="submit" name="intent" value="next" className="button button-main min-h-14 px-6">
              {t.next}
            </button>
            <button type="submit" name="intent" value="list" className="button min-h-14 px-6">
              {t.list}
            </button>
          </div>
        </Form>
        <form method="post" action={paths.logout()} className="mt-4">
          <button type="submit" className="min-h-11 text-s text-primary underline">
            {t.forgot}
          </button>
        </form>
      </details>
    </main>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
