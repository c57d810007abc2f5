import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { channelSchema } from "~/features/providers/channel.form";
import { channelFields } from "~/features/providers/channel.form-data.server";
import { correctChannel, removeChannel } from "~/features/providers/channels.commands.server";
import { channelMark, getChannel } from "~/features/providers/channels.queries.server";
import { EditPage } from "~/features/providers/components/edit-page";
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

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.records.channel.title);

const readChannel = (actor: Actor, id: string | undefined) =>
  answering(() => authorize(actor, "provider.correct", getChannel(actor, id ?? "", "provider.list")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const channel = await readChannel(actor, asked.params.channelId);
  return json({
    back: { to: paths.providerPresence(channel.providerId), label: translator(actor.locale)("common:actions.back") },
    fields: channelFields(actor.locale, channel),
    seen: channelMark(channel),
    texts: textsOf(actor.locale, "records"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const channel = await readChannel(actor, asked.params.channelId);
  const t = translator(actor.locale);
  const presence = paths.providerPresence(channel.providerId);
  const fields = await asked.request.formData();
  if (fields.get("intent") === "remove") {
    removeChannel(actor, channel);
    return redirectWithToast(presence, { text: t("records:removed"), tone: "ok" });
  }
  const form = parseFields(fields, channelSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    correctChannel(actor, channel, form.value);
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  return redirectWithToast(presence, { text: t("records:saved"), tone: "ok" });
}

export default function EditChannel() {
  const { back, fields, seen, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  return (
    <EditPage title={texts.records.channel.title} back={back}>
      <RecordForm
        fields={fields}
        hidden={{ seen }}
        reply={reply}
        submit={actions.save}
        cancel={{ to: back.to, label: actions.cancel }}
      />
      <form method="post" className="mt-8">
        <button type="submit" name="intent" value="remove" className="button">
          {actions.remove}
        </button>
      </form>
    </EditPage>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
