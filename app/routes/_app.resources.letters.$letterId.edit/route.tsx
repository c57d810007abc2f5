import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { LetterForm } from "~/features/resources/components/letter-form";
import { letterForm } from "~/features/resources/describe-letters.server";
import { letterSchema } from "~/features/resources/letter.form";
import { correctLetter } from "~/features/resources/letters.commands.server";
import { getLetter } from "~/features/resources/letters.queries.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.letters.edit);

const readLetter = (actor: Actor, letterId: string | undefined) =>
  answering(() => authorize(actor, "watch.keep", getLetter(actor, letterId ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const letter = await readLetter(actor, asked.params.letterId);
  const hidden = { id: letter.id, version: String(letter.version) };
  return json({ hidden, form: letterForm(actor, letter), texts: textsOf(actor.locale, "letters", "library") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const letter = await readLetter(actor, asked.params.letterId);
  const t = translator(actor.locale);
  const form = await parseForm(asked.request, letterSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    correctLetter(actor, letter, form.value);
  } catch (error) {
    if (error instanceof ConflictError) return conflict({ ...form.reply, errors: { "": [t("common:form.conflict")] } });
    return invalid(ruleReply(error, form.reply, actor.locale));
  }
  return redirectWithToast(paths.letter(letter.id), { text: t("letters:saved"), tone: "ok" });
}

export default function EditLetter() {
  const { hidden, form, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.letters.edit} context={texts.letters.intro} />
      <LetterForm form={form} hidden={hidden} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
