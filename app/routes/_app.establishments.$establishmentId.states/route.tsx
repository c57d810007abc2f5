import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { EditPage } from "~/features/providers/components/edit-page";
import { RemovableList } from "~/features/providers/components/removable-list";
import { stateSchema } from "~/features/providers/establishment.form";
import { getEstablishment, listStates } from "~/features/providers/establishments.queries.server";
import { stateFields, stateLine } from "~/features/providers/life.form-data.server";
import { recordState, removeState } from "~/features/providers/states.commands.server";
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

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.records.states.title);

const readEstablishment = (actor: Actor, id: string | undefined) =>
  answering(() => authorize(actor, "provider.correct", getEstablishment(actor, id ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const establishment = await readEstablishment(actor, asked.params.establishmentId);
  const today = dayAt(establishment.ownerId, now());
  const states = listStates(establishment.id);
  return json({
    back: {
      to: paths.providerDetails(establishment.providerId),
      label: translator(actor.locale)("records:backTo", { name: establishment.name }),
    },
    rows: states.map(({ id, ...state }) => ({
      id,
      text: stateLine(actor.locale, state, today),
      note: "",
      isFixed: states.length === 1,
    })),
    fields: stateFields(actor.locale, today),
    texts: textsOf(actor.locale, "records"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const establishment = await readEstablishment(actor, asked.params.establishmentId);
  const t = translator(actor.locale);
  const here = paths.establishmentStates(establishment.id);
  const fields = await asked.request.formData();
  const gone = fields.get("remove");
  if (typeof gone === "string") {
    removeState(actor, establishment, gone);
    return redirectWithToast(here, { text: t("records:removed"), tone: "ok" });
  }
  const form = parseFields(fields, stateSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    recordState(actor, establishment, form.value);
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  return redirectWithToast(here, { text: t("records:saved"), tone: "ok" });
}

export default function States() {
  const { back, rows, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  const t = texts.records.states;
  return (
    <EditPage title={t.title} back={back}>
      <RemovableList rows={rows} empty="" remove={actions.remove} />
      <h2 className="mb-3 text-l">{t.add}</h2>
      <RecordForm key={rows.length} fields={fields} hidden={{}} reply={reply} submit={actions.add}>
        <ul className="grid gap-1 text-s text-muted">
          <li>{t.effects.closed}</li>
          <li>{t.effects.sold}</li>
        </ul>
      </RecordForm>
    </EditPage>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
