import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { can } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { OrganisationTree } from "~/features/organisations/components/organisation-tree";
import { newOrganisationFields } from "~/features/organisations/describe-settings.server";
import { organisationSchema } from "~/features/organisations/form";
import { addOrganisation } from "~/features/organisations/tree.commands.server";
import { listTree } from "~/features/organisations/tree.queries.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { invalid, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.officeSettings.organisations.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!can(actor, "organisation.create", {})) throw notFound();
  const t = translator(actor.locale);
  const tree = listTree();
  return json({
    rows: tree.map(({ id, name, kind, depth }) => ({
      to: paths.officeSettings({ office: id }),
      name,
      kind: t(`officeSettings:kinds.${kind}`),
      depth,
    })),
    fields: newOrganisationFields(actor.locale, tree),
    hidden: { id: newId() },
    texts: textsOf(actor.locale, "officeSettings"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  if (!can(actor, "organisation.create", {})) throw notFound();
  const form = await parseForm(asked.request, organisationSchema, actor.locale);
  if (!form.isValid) return invalid({ ...form.reply, isConflict: false });
  try {
    const { id } = addOrganisation(actor, authorize(actor, "organisation.create", {}), form.value);
    const text = translator(actor.locale)("officeSettings:organisations.created", { name: form.value.name });
    return redirectWithToast(paths.officeSettings({ office: id }), { text, tone: "ok" });
  } catch (error) {
    return invalid({ ...ruleReply(error, form.reply, actor.locale), isConflict: false });
  }
}

export default function Organisations() {
  const { rows, fields, hidden, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.officeSettings.organisations;
  return (
    <>
      <PageTitle title={t.title} />
      {rows.length === 0 ? <p>{t.empty}</p> : <OrganisationTree rows={rows} />}
      <h2 className="mt-10 mb-3 text-l">{t.new}</h2>
      <RecordForm fields={fields} hidden={hidden} reply={reply} submit={t.create} />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
