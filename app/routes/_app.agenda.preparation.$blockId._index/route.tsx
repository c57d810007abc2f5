import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { PreparationForm } from "~/features/agenda/components/preparation-form";
import { preparationSchema } from "~/features/agenda/form";
import { movePreparation } from "~/features/agenda/preparation.commands.server";
import { getPreparation, preparationValues } from "~/features/agenda/preparation.server";
import { refusedMove } from "~/features/agenda/refused-move.server";
import { invalidEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.agenda.preparation.edit);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const block = await answering(() => getPreparation(actor, asked.params.blockId ?? ""));
  const values = preparationValues(actor, block, new URL(asked.request.url).searchParams);
  return json({ id: block.id, version: block.version, values, texts: textsOf(actor.locale, "agenda", "meets") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const block = await answering(() => getPreparation(actor, asked.params.blockId ?? ""));
  const form = await parseForm(asked.request, preparationSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    movePreparation(actor, authorize(actor, "preparation.edit", block), form.value);
    const text = translator(actor.locale)("agenda:preparation.saved");
    return redirectWithToast(paths.agenda({ day: form.value.day }), { text, tone: "ok" });
  } catch (error) {
    return refusedMove(actor, error, form.reply);
  }
}

export default function Preparation() {
  const { id, version, values, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.agenda.preparation.edit} />
      <PreparationForm id={id} version={version} values={values} reply={reply} />
      <Form method="post" action={paths.preparationDeletion(id)} className="mt-6">
        <button type="submit" className="button">
          {texts.agenda.preparation.delete}
        </button>
      </Form>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
