import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { PreparationForm } from "~/features/agenda/components/preparation-form";
import { preparationSchema } from "~/features/agenda/form";
import { keepPreparation } from "~/features/agenda/preparation.commands.server";
import { preparationValues } from "~/features/agenda/preparation.server";
import { refusedMove } from "~/features/agenda/refused-move.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { invalidEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.agenda.preparation.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => getWorkplace(actor, "agenda.plan"));
  const values = preparationValues(actor, undefined, new URL(asked.request.url).searchParams);
  return json({ id: newId(), values, texts: textsOf(actor.locale, "agenda", "meets") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "agenda.plan"));
  const form = await parseForm(asked.request, preparationSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    keepPreparation(actor, authorize(actor, "agenda.plan", { ...office, ownerId: office.id }), form.value);
    const text = translator(actor.locale)("agenda:preparation.saved");
    return redirectWithToast(paths.agenda({ day: form.value.day }), { text, tone: "ok" });
  } catch (error) {
    return refusedMove(actor, error, form.reply);
  }
}

export default function NewPreparation() {
  const { id, values, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.agenda.preparation.title} />
      <PreparationForm id={id} version={1} values={values} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
