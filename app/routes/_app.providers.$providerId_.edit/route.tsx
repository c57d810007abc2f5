import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { can } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { EditPage } from "~/features/providers/components/edit-page";
import { isSiretPlausible } from "~/features/providers/model";
import { correctProviderSchema } from "~/features/providers/provider.form";
import { providerFields } from "~/features/providers/provider.form-data.server";
import { getProvider } from "~/features/providers/queries.server";
import { correctProvider, hasSessions } from "~/features/providers/record.commands.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.records.provider.title);

const readProvider = (actor: Actor, id: string | undefined) =>
  answering(() => authorize(actor, "provider.correct", getProvider(actor, id ?? "", "provider.list")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await readProvider(actor, asked.params.providerId);
  return json({
    back: {
      to: paths.providerDetails(provider.id),
      label: translator(actor.locale)("records:backTo", { name: provider.name }),
    },
    fields: providerFields(actor.locale, provider),
    version: String(provider.version),
    deletion: paths.providerDeletion(provider.id),
    permissions: { delete: can(actor, "provider.delete", provider) && !hasSessions(provider.id) },
    texts: textsOf(actor.locale, "records"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await readProvider(actor, asked.params.providerId);
  const form = await parseForm(asked.request, correctProviderSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    correctProvider(actor, provider, form.value);
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  const { siret } = form.value;
  const isDoubtful = siret !== undefined && !isSiretPlausible(siret);
  const text = translator(actor.locale)(isDoubtful ? "records:siretDoubtful" : "records:saved");
  return redirectWithToast(paths.providerDetails(provider.id), { text, tone: isDoubtful ? "warn" : "ok" });
}

export default function EditProvider() {
  const { back, fields, version, deletion, permissions, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  const t = texts.records.provider;
  return (
    <EditPage title={t.title} back={back}>
      <RecordForm
        fields={fields}
        hidden={{ version }}
        reply={reply}
        submit={actions.save}
        cancel={{ to: back.to, label: actions.cancel }}
      />
      <form method="post" action={deletion} className="mt-8 grid max-w-2xl gap-2">
        {permissions.delete ? (
          <div>
            <button type="submit" className="button">
              {t.delete}
            </button>
          </div>
        ) : null}
        <p className="text-s text-muted">{permissions.delete ? t.deleteHint : t.closeInstead}</p>
      </form>
    </EditPage>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
