import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { collectionSchema } from "~/features/resources/collection.form";
import { collectionFields } from "~/features/resources/collection-fields.server";
import { makeCollection } from "~/features/resources/collections.commands.server";
import { parseForm } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.resources.collections.new);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => getWorkplace(actor, "resource.write"));
  return json({ id: newId(), fields: collectionFields(actor.locale), texts: textsOf(actor.locale, "resources") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const workplace = await answering(() => getWorkplace(actor, "resource.write"));
  const form = await parseForm(asked.request, collectionSchema, actor.locale);
  if (!form.isValid) return invalid({ ...form.reply, isConflict: false });
  const office = authorize(actor, "resource.write", { ...workplace, ownerId: workplace.id });
  const { slug } = makeCollection(actor, office, form.value);
  return redirectWithToast(paths.editCollection(slug), {
    text: translator(actor.locale)("resources:collections.saved"),
    tone: "ok",
  });
}

export default function NewCollection() {
  const { id, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  const t = texts.resources.collections;
  return (
    <>
      <PageTitle title={t.new} context={t.context} />
      <RecordForm fields={fields} hidden={{ id }} reply={reply} submit={actions.save} />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
