import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { slotSchema } from "~/features/agenda/form";
import { slotFields } from "~/features/agenda/slot-form.server";
import { changeSlot } from "~/features/agenda/slots.commands.server";
import { getSlot } from "~/features/agenda/slots.queries.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.agenda.slots.edit);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const slot = await answering(() => getSlot(actor, asked.params.slotId ?? ""));
  const { id, version } = slot;
  return json({ id, version, fields: slotFields(actor, slot), texts: textsOf(actor.locale, "agenda") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const slot = await answering(() => getSlot(actor, asked.params.slotId ?? ""));
  const form = await parseForm(asked.request, slotSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    changeSlot(actor, authorize(actor, "slot.edit", slot), form.value);
    return redirectWithToast(paths.slots(), { text: translator(actor.locale)("agenda:slots.saved"), tone: "ok" });
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
}

export default function EditSlot() {
  const { id, version, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.agenda;
  return (
    <>
      <PageTitle title={t.slots.edit} />
      <RecordForm
        fields={fields}
        hidden={{ id, version: String(version) }}
        reply={reply}
        submit={t.slots.edit}
        cancel={{ to: paths.slots(), label: t.form.back }}
      />
      <Form method="post" action={paths.slotEnd(id)} className="mt-6">
        <button type="submit" className="button">
          {t.slots.end}
        </button>
      </Form>
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
