import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { requireActor } from "~/auth/actor.server";
import { listOwnContacts, type Person } from "~/features/notifications/choices.server";
import { describeChoices, keepChoices } from "~/features/notifications/choices-form.server";
import { ChoicesForm } from "~/features/notifications/components/choices-form";
import { OwnLetters } from "~/features/notifications/components/own-letters";
import { chooseLetter } from "~/features/notifications/own-letter.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { fill } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.notices.choices.title);

export async function loader(asked: LoaderFunctionArgs) {
  const people = peopleOf(await requireActor(asked));
  return json(await answering(() => describeChoices(people[0], people)));
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const [people, fields] = [peopleOf(actor), await asked.request.formData()];
  const letter = await answering(() => chooseLetter(people, fields));
  if (letter) return redirectWithToast(paths.myMessages(), { text: letter, tone: "ok" });
  const said = keepChoices(people, fields);
  return redirectWithToast(paths.myMessages(), { text: translator(actor.locale)(`notices:choices.${said}`), tone: "ok" });
}

/** The contacts that one's own address names, and the login itself for the providers where it is no contact's. */
function peopleOf(actor: Actor): [Person, ...Person[]] {
  if (actor.providerIds.length === 0) throw notFound();
  const [first, ...others] = listOwnContacts(actor.userId, actor.providerIds).map((id): Person => ({ kind: "contact", id }));
  const self: Person = { kind: "host", id: actor.userId };
  return first ? [first, ...others, self] : [self];
}

export default function MyMessages() {
  const { email, choices, letters, texts } = useLoaderData<typeof loader>();
  const t = texts.notices.choices;
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle title={t.title} context={fill(t.context, { email })} />
      <ChoicesForm choices={choices} />
      <OwnLetters letters={letters} />
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
