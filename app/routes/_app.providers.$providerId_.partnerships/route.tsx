import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { EditPage } from "~/features/providers/components/edit-page";
import { RemovableList } from "~/features/providers/components/removable-list";
import { partnershipFields } from "~/features/providers/life.form-data.server";
import { partnershipSchema } from "~/features/providers/provider.form";
import { getProvider } from "~/features/providers/queries.server";
import { notePartnership, removePartnership } from "~/features/providers/record.commands.server";
import { listLevels, listPartnerships } from "~/features/providers/record.queries.server";
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

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.records.provider.partnerships);

const readProvider = (actor: Actor, id: string | undefined) =>
  answering(() => authorize(actor, "provider.correct", getProvider(actor, id ?? "", "provider.list")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await readProvider(actor, asked.params.providerId);
  const year = dayAt(provider.ownerId, now()).slice(0, 4);
  return json({
    back: {
      to: paths.providerDetails(provider.id),
      label: translator(actor.locale)("records:backTo", { name: provider.name }),
    },
    rows: listPartnerships(provider.id).map((one) => ({ id: String(one.year), text: String(one.year), note: one.level })),
    fields: partnershipFields(actor.locale, { year, levels: listLevels(provider.ownerId) }),
    texts: textsOf(actor.locale, "records"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await readProvider(actor, asked.params.providerId);
  const t = translator(actor.locale);
  const here = paths.providerPartnerships(provider.id);
  const fields = await asked.request.formData();
  const gone = fields.get("remove");
  if (typeof gone === "string") {
    removePartnership(actor, provider, Number(gone));
    return redirectWithToast(here, { text: t("records:removed"), tone: "ok" });
  }
  const form = parseFields(fields, partnershipSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    notePartnership(actor, provider, form.value);
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  return redirectWithToast(here, { text: t("records:saved"), tone: "ok" });
}

export default function Partnerships() {
  const { back, rows, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  const t = texts.records.provider;
  return (
    <EditPage title={t.partnerships} back={back}>
      <RemovableList rows={rows} empty={t.noPartnership} remove={actions.remove} />
      <RecordForm key={rows.length} fields={fields} hidden={{}} reply={reply} submit={actions.save} />
    </EditPage>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
