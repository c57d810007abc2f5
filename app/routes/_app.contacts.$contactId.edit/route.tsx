import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { EditPage } from "~/features/providers/components/edit-page";
import { HostAccess } from "~/features/providers/components/host-access";
import { contactSchema } from "~/features/providers/contact.form";
import { contactFields } from "~/features/providers/contact.form-data.server";
import { correctContact, deleteContact } from "~/features/providers/contacts.commands.server";
import { getContact } from "~/features/providers/contacts.queries.server";
import { changeHostAccess, describeHostAccess } from "~/features/providers/host-access-page.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseFields } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.records.contact.title);

const readContact = (actor: Actor, id: string | undefined) =>
  answering(() => authorize(actor, "provider.correct", getContact(actor, id ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const contact = await readContact(actor, asked.params.contactId);
  const t = translator(actor.locale);
  return json({
    back: { to: paths.providerDetails(contact.providerId), label: t("common:actions.back") },
    fields: contactFields(actor.locale, contact),
    version: String(contact.version),
    access: describeHostAccess(actor, contact),
    origin: t("records:contact.origin", { origin: t(`records:contact.origins.${contact.origin}`) }),
    texts: textsOf(actor.locale, "records"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const contact = await readContact(actor, asked.params.contactId);
  const t = translator(actor.locale);
  const details = paths.providerDetails(contact.providerId);
  const fields = await asked.request.formData();
  if (fields.get("intent") === "delete") {
    deleteContact(actor, contact);
    const undo = { action: paths.contactRestoration(contact.id), label: t("common:actions.undo") };
    return redirectWithToast(details, { text: t("records:contact.deleted"), tone: "ok", undo });
  }
  const said = await answering(() => changeHostAccess(actor, contact, fields.get("intent")));
  if (said) return redirectWithToast(paths.editContact(contact.id), { text: said, tone: "ok" });
  const form = parseFields(fields, contactSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    correctContact(actor, contact, form.value);
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  return redirectWithToast(details, { text: t("records:saved"), tone: "ok" });
}

export default function EditContact() {
  const { back, fields, version, access, origin, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  return (
    <EditPage title={texts.records.contact.title} back={back}>
      <RecordForm
        fields={fields}
        hidden={{ version }}
        reply={reply}
        submit={actions.save}
        cancel={{ to: back.to, label: actions.cancel }}
      >
        <p className="text-s text-muted">{origin}</p>
      </RecordForm>
      <HostAccess access={access} />
      <form method="post" className="mt-8">
        <button type="submit" name="intent" value="delete" className="button">
          {actions.delete}
        </button>
      </form>
    </EditPage>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
