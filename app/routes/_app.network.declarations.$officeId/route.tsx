import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { DeclaredTable } from "~/features/dashboards/components/declared-table";
import { declaredSchema } from "~/features/dashboards/declared.form";
import { describeDeclarations } from "~/features/dashboards/describe-declared.server";
import { getDeclaringOffice } from "~/features/dashboards/network.queries.server";
import { declareMonth, withdrawMonth } from "~/features/figures/declared.commands.server";
import { refusedEdit } from "~/http/edit-reply.server";
import { parseFields } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { formKey } from "~/ui/form-key";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.network.declaration.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getDeclaringOffice(actor, asked.params.officeId ?? ""));
  return json({ id: newId(), ...describeDeclarations(actor, office), texts: textsOf(actor.locale, "network") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getDeclaringOffice(actor, asked.params.officeId ?? ""));
  const posted = await asked.request.formData();
  const t = translator(actor.locale);
  const back = paths.networkDeclaration(office.id);
  const withdrawn = posted.get("withdraw");
  if (typeof withdrawn === "string") {
    withdrawMonth(actor, office, withdrawn);
    return redirectWithToast(back, { text: t("network:declaration.withdrawn"), tone: "ok" });
  }
  const form = parseFields(posted, declaredSchema, actor.locale);
  if (!form.isValid) return invalid({ ...form.reply, isConflict: false });
  const { hours: minutes, ...counts } = form.value;
  try {
    declareMonth(actor, office, { ...counts, minutes });
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  return redirectWithToast(back, { text: t("network:declaration.saved"), tone: "ok" });
}

export default function Declarations() {
  const { id, name, fields, rows, back, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.network.declaration;
  return (
    <>
      <p className="mb-2">
        <a href={back}>{t.back}</a>
      </p>
      <PageTitle title={t.title} context={name} />
      <p className="mb-4 max-w-3xl">{t.help}</p>
      <RecordForm key={formKey(id, reply)} fields={fields} hidden={{ id }} reply={reply} submit={t.save} />
      <DeclaredTable rows={rows} />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
