import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { describeChoices, keepChoices } from "~/features/notifications/choices-form.server";
import { ChoicesForm } from "~/features/notifications/components/choices-form";
import { answering, forbidden } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { PlainPage } from "~/ui/plain-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.notices.choices.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "message.leave")) throw redirect(actor.providerIds.length > 0 ? paths.myMessages() : paths.account());
  return json(await answering(() => describeChoices({ kind: "user", id: actor.userId })));
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "message.leave")) throw forbidden();
  const said = keepChoices([{ kind: "user", id: actor.userId }], await asked.request.formData());
  return redirectWithToast(paths.accountMessages(), { text: translator(actor.locale)(`notices:choices.${said}`), tone: "ok" });
}

export default function AccountMessages() {
  const { email, choices, texts } = useLoaderData<typeof loader>();
  const { nav } = useTexts("common");
  const t = texts.notices.choices;
  return (
    <PlainPage back={{ to: paths.account(), label: nav.account }}>
      <PageTitle title={t.title} context={fill(t.context, { email })} />
      <ChoicesForm choices={choices} />
    </PlainPage>
  );
}

export const ErrorBoundary = ErrorPage;
