import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { channelSchema } from "~/features/providers/channel.form";
import { channelFields } from "~/features/providers/channel.form-data.server";
import { addChannel } from "~/features/providers/channels.commands.server";
import { EditPage } from "~/features/providers/components/edit-page";
import { getEstablishment } from "~/features/providers/establishments.queries.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.records.channel.new);

const readEstablishment = (actor: Actor, id: string | undefined) =>
  answering(() => authorize(actor, "provider.correct", getEstablishment(actor, id ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const establishment = await readEstablishment(actor, asked.params.establishmentId);
  return json({
    id: newId(),
    back: {
      to: paths.providerPresence(establishment.providerId),
      label: translator(actor.locale)("records:backTo", { name: establishment.name }),
    },
    fields: channelFields(actor.locale, { checkedOn: dayAt(establishment.ownerId, now()) }),
    texts: textsOf(actor.locale, "records"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const establishment = await readEstablishment(actor, asked.params.establishmentId);
  const form = await parseForm(asked.request, channelSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    addChannel(actor, establishment, { ...form.value, id: form.value.id ?? newId() });
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  const text = translator(actor.locale)("records:saved");
  return redirectWithToast(paths.providerPresence(establishment.providerId), { text, tone: "ok" });
}

export default function NewChannel() {
  const { id, back, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  return (
    <EditPage title={texts.records.channel.new} back={back}>
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
