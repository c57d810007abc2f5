import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { CallBack } from "~/features/accounts/components/call-back";
import { LostKeyPage } from "~/features/accounts/components/lost-key-page";
import { openingKey } from "~/features/accounts/lost-key.server";
import { callFromChoices, describeChoices, keepChoices } from "~/features/notifications/choices-form.server";
import { ChoicesForm } from "~/features/notifications/components/choices-form";
import { OwnLetters } from "~/features/notifications/components/own-letters";
import { readUnsubscribeKey } from "~/features/notifications/keys.server";
import { chooseLetter } from "~/features/notifications/own-letter.server";
import { notFound } from "~/http/responses.server";
import { fill } from "~/i18n/use-texts";
import { Logo } from "~/ui/logo";
import { PageTitle } from "~/ui/page-title";
import { titledUnlisted } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titledUnlisted(data?.texts.notices.choices.title);

/** A GET changes nothing: it shows the choices. */
export async function loader(asked: LoaderFunctionArgs) {
  return json(await openingKey(asked.request, () => describeChoices(personOf(asked.params.token))));
}

/** The form of this page, or a mail program's one click (RFC 8058): by the key alone, no cookie read. */
export async function action(asked: ActionFunctionArgs) {
  const person = await openingKey(asked.request, () => personOf(asked.params.token));
  const fields = await asked.request.formData();
  if (fields.get("intent") === "callback") {
    return json({ said: null, called: await openingKey(asked.request, () => callFromChoices(person, fields)) });
  }
  const letter = await openingKey(asked.request, () => chooseLetter([person], fields));
  if (letter) return json({ said: null, called: letter });
  return json({ said: await openingKey(asked.request, () => keepChoices([person], fields)), called: "" });
}

function personOf(token: string | undefined) {
  const person = readUnsubscribeKey(token ?? "");
  if (!person) throw notFound();
  return person;
}

export default function Unsubscribe() {
  const { email, beside, mayCall, callbackId, choices, letters, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const here = useLocation().pathname;
  const t = texts.notices.choices;
  return (
    <div className="mx-auto max-w-2xl px-4 pb-16">
      <header className="py-4">
        <Logo />
      </header>
      <main id="content">
        <PageTitle title={t.title} context={fill(t.context, { email })} />
        {reply ? (
          <p role="status" className="mb-4 border-l-8 border-mark pl-4 font-semibold">
            {reply.said ? t[reply.said] : reply.called}
          </p>
        ) : null}
        <ChoicesForm key={reply?.said ?? ""} choices={choices} />
        <OwnLetters letters={letters} />
        {beside ? <CallBack contact={beside} action={mayCall ? here : null} id={callbackId} /> : null}
      </main>
    </div>
  );
}

export const ErrorBoundary = LostKeyPage;
