import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { LetterForm } from "~/features/resources/components/letter-form";
import { letterForm } from "~/features/resources/describe-letters.server";
import { letterSchema } from "~/features/resources/letter.form";
import { writeLetter } from "~/features/resources/letters.commands.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.letters.new);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => getWorkplace(actor, "watch.keep"));
  return json({ hidden: { id: newId() }, form: letterForm(actor), texts: textsOf(actor.locale, "letters", "library") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const workplace = await answering(() => getWorkplace(actor, "watch.keep"));
  const form = await parseForm(asked.request, letterSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    const { id } = writeLetter(actor, authorize(actor, "watch.keep", { ...workplace, ownerId: workplace.id }), form.value);
    return redirectWithToast(paths.letter(id), { text: translator(actor.locale)("letters:saved"), tone: "ok" });
  } catch (error) {
    return invalid(ruleReply(error, form.reply, actor.locale));
  }
}

export default function NewLetter() {
  const { hidden, form, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.letters.new} context={texts.letters.intro} />
      <LetterForm form={form} hidden={hidden} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
