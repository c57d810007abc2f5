import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { EditPage } from "~/features/providers/components/edit-page";
import { FormerNames } from "~/features/providers/components/former-names";
import { establishmentSchema } from "~/features/providers/establishment.form";
import { establishmentFields } from "~/features/providers/establishment.form-data.server";
import { correctEstablishment, removeFormerName } from "~/features/providers/establishments.commands.server";
import { getEstablishment, listFormerNames } from "~/features/providers/establishments.queries.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseFields } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.records.establishment.title);

const readEstablishment = (actor: Actor, id: string | undefined) =>
  answering(() => authorize(actor, "provider.correct", getEstablishment(actor, id ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const establishment = await readEstablishment(actor, asked.params.establishmentId);
  const t = translator(actor.locale);
  return json({
    back: { to: paths.providerDetails(establishment.providerId), label: t("records:backTo", { name: establishment.name }) },
    fields: establishmentFields(actor.locale, establishment),
    version: String(establishment.version),
    formerNames: listFormerNames(establishment.id).map((one) => ({
      id: one.id,
      name: one.name,
      until: one.untilOn ? t("records:establishment.until", { day: formatDay(actor.locale, one.untilOn) }) : "",
    })),
    texts: textsOf(actor.locale, "records"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const establishment = await readEstablishment(actor, asked.params.establishmentId);
  const t = translator(actor.locale);
  const fields = await asked.request.formData();
  const former = fields.get("removeName");
  if (typeof former === "string") {
    removeFormerName(actor, establishment, former);
    return redirectWithToast(paths.editEstablishment(establishment.id), { text: t("records:removed"), tone: "ok" });
  }
  const form = parseFields(fields, establishmentSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    correctEstablishment(actor, establishment, form.value);
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  const { inseeCode } = getEstablishment(actor, establishment.id);
  const text = inseeCode ? t("records:saved") : t("records:communeUnknown", { name: form.value.commune });
  return redirectWithToast(paths.providerDetails(establishment.providerId), { text, tone: inseeCode ? "ok" : "warn" });
}

export default function EditEstablishment() {
  const { back, fields, version, formerNames, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  const t = texts.records.establishment;
  return (
    <EditPage title={t.title} back={back}>
      <RecordForm
        fields={fields}
        hidden={{ version }}
        reply={reply}
        submit={actions.save}
        cancel={{ to: back.to, label: actions.cancel }}
      />
      <FormerNames title={t.formerNames} names={formerNames} remove={actions.remove} />
    </EditPage>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
