import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { writeResource } from "~/features/resources/commands.server";
import { ResourceForm } from "~/features/resources/components/resource-form";
import { resourceSchema } from "~/features/resources/form";
import { choicesOfForm, tickedKinds } from "~/features/resources/form-values.server";
import { parseFields, ruleReply, typedValues } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.resources.form.newTitle);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => getWorkplace(actor, "resource.write"));
  const values: Record<string, string> = { id: newId(), kind: "sheet", level: "beginner", visibility: "office", state: "draft" };
  return json({
    values,
    ...choicesOfForm(actor.locale),
    texts: textsOf(actor.locale, "resources"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const form = parseFields(fields, resourceSchema, actor.locale);
  const [values, forKinds] = [typedValues(fields), tickedKinds(fields)];
  if (!form.isValid) return invalid({ errors: form.reply.errors, values, forKinds });
  const workplace = await answering(() => getWorkplace(actor, "resource.write"));
  try {
    const office = authorize(actor, "resource.write", { ...workplace, ownerId: workplace.id });
    const { slug } = writeResource(actor, office, form.value);
    const t = translator(actor.locale);
    if (form.value.kind === "file")
      return redirectWithToast(paths.resourceFiles(slug), { text: t("resources:file.addNow"), tone: "ok" });
    return redirectWithToast(paths.resource(slug), { text: t("resources:form.saved"), tone: "ok" });
  } catch (error) {
    return invalid({ errors: ruleReply(error, form.reply, actor.locale).errors, values, forKinds });
  }
}

export default function NewResource() {
  const { values, themes, subThemes, kinds, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.resources.form.newTitle} />
      <ResourceForm
        values={reply?.values ?? values}
        errors={reply?.errors ?? {}}
        themes={themes}
        subThemes={subThemes}
        kinds={kinds}
        forKinds={reply?.forKinds ?? []}
      />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
