import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { EditPage } from "~/features/providers/components/edit-page";
import { RemovableList } from "~/features/providers/components/removable-list";
import { labelSchema } from "~/features/providers/establishment.form";
import { getEstablishment, listLabels } from "~/features/providers/establishments.queries.server";
import { giveLabel, withdrawLabel } from "~/features/providers/labels.commands.server";
import { labelFields, labelLine } from "~/features/providers/life.form-data.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseFields } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.records.labels.title);

const readEstablishment = (actor: Actor, id: string | undefined) =>
  answering(() => authorize(actor, "provider.correct", getEstablishment(actor, id ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const establishment = await readEstablishment(actor, asked.params.establishmentId);
  const today = dayAt(establishment.ownerId, now());
  return json({
    back: {
      to: paths.providerDetails(establishment.providerId),
      label: translator(actor.locale)("records:backTo", { name: establishment.name }),
    },
    rows: listLabels(establishment.id).map((label) => ({ id: label.id, ...labelLine(actor.locale, label, today) })),
    fields: labelFields(actor.locale),
    texts: textsOf(actor.locale, "records"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const establishment = await readEstablishment(actor, asked.params.establishmentId);
  const t = translator(actor.locale);
  const here = paths.establishmentLabels(establishment.id);
  const fields = await asked.request.formData();
  const gone = fields.get("remove");
  if (typeof gone === "string") {
    withdrawLabel(actor, establishment, gone);
    return redirectWithToast(here, { text: t("records:removed"), tone: "ok" });
  }
  const form = parseFields(fields, labelSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    giveLabel(actor, establishment, form.value);
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  return redirectWithToast(here, { text: t("records:saved"), tone: "ok" });
}

export default function Labels() {
  const { back, rows, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  const t = texts.records.labels;
  return (
    <EditPage title={t.title} back={back}>
      <RemovableList rows={rows} empty={t.none} remove={actions.remove} />
      <h2 className="mb-3 text-l">{t.add}</h2>
      <RecordForm key={rows.length} fields={fields} hidden={{}} reply={reply} submit={actions.add} />
    </EditPage>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
