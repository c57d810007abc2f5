import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { EditPage } from "~/features/providers/components/edit-page";
import { establishmentSchema } from "~/features/providers/establishment.form";
import { establishmentFields } from "~/features/providers/establishment.form-data.server";
import { addEstablishment } from "~/features/providers/establishments.commands.server";
import { getProvider } from "~/features/providers/queries.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.records.establishment.new);

const readProvider = (actor: Actor, id: string | undefined) =>
  answering(() => authorize(actor, "provider.correct", getProvider(actor, id ?? "", "provider.list")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await readProvider(actor, asked.params.providerId);
  return json({
    id: newId(),
    back: {
      to: paths.providerDetails(provider.id),
      label: translator(actor.locale)("records:backTo", { name: provider.name }),
    },
    fields: establishmentFields(actor.locale),
    texts: textsOf(actor.locale, "records"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await readProvider(actor, asked.params.providerId);
  const form = await parseForm(asked.request, establishmentSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    addEstablishment(actor, provider, { ...form.value, id: form.value.id ?? newId() });
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  return redirectWithToast(paths.providerDetails(provider.id), {
    text: translator(actor.locale)("records:saved"),
    tone: "ok",
  });
}

export default function NewEstablishment() {
  const { id, back, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  return (
    <EditPage title={texts.records.establishment.new} back={back}>
      <RecordForm
        fields={fields}
        hidden={{ id }}
        reply={reply}
        submit={actions.save}
        cancel={{ to: back.to, label: actions.cancel }}
      />
    </EditPage>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
