import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { slotSchema } from "~/features/agenda/form";
import { slotFields } from "~/features/agenda/slot-form.server";
import { openSlot } from "~/features/agenda/slots.commands.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.agenda.slots.add);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "slot.edit"));
  return json({ id: newId(), office: office.name, fields: slotFields(actor, undefined), texts: textsOf(actor.locale, "agenda") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "slot.edit"));
  const form = await parseForm(asked.request, slotSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    openSlot(actor, authorize(actor, "slot.edit", { ...office, ownerId: office.id }), form.value);
    return redirectWithToast(paths.slots(), { text: translator(actor.locale)("agenda:slots.saved"), tone: "ok" });
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
}

export default function NewSlot() {
  const { id, office, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.agenda;
  return (
    <>
      <PageTitle title={t.slots.add} context={office} />
      <RecordForm
        fields={fields}
        hidden={{ id, version: "1" }}
        reply={reply}
        submit={t.slots.add}
        cancel={{ to: paths.slots(), label: t.form.back }}
      />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
