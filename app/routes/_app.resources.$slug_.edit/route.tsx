import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { correctResource } from "~/features/resources/commands.server";
import { ResourceForm } from "~/features/resources/components/resource-form";
import { resourceSchema } from "~/features/resources/form";
import { choicesOfForm, tickedKinds, valuesOf } from "~/features/resources/form-values.server";
import { getResource } from "~/features/resources/queries.server";
import { parseFields, typedValues } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.resources.form.editTitle);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => authorize(actor, "resource.edit", getResource(actor, asked.params.slug ?? "")));
  return json({
    values: valuesOf(row),
    forKinds: row.forKinds,
    ...choicesOfForm(actor.locale),
    texts: textsOf(actor.locale, "resources"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const slug = asked.params.slug ?? "";
  const resource = await answering(() => authorize(actor, "resource.edit", getResource(actor, slug)));
  const fields = await asked.request.formData();
  const form = parseFields(fields, resourceSchema, actor.locale);
  const [values, forKinds] = [typedValues(fields), tickedKinds(fields)];
  if (!form.isValid) return invalid({ errors: form.reply.errors, values, forKinds, isConflict: false });
  try {
    correctResource(actor, resource, form.value);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return conflict({ errors: {}, values: { ...values, version: String(resource.version) }, forKinds, isConflict: true });
  }
  return redirectWithToast(paths.resource(slug), { text: translator(actor.locale)("resources:form.saved"), tone: "ok" });
}

export default function EditResource() {
  const { values, forKinds, themes, subThemes, kinds, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { form } = useTexts("common");
  return (
    <>
      <PageTitle title={texts.resources.form.editTitle} />
      {reply?.isConflict ? (
        <div role="alert" className="sheet mb-6 border-warn p-4">
          <h2 className="font-semibold">{form.conflictTitle}</h2>
          <p>{form.conflict}</p>
          <p className="mt-2 font-semibold">{form.saved}</p>
          <pre className="whitespace-pre-wrap font-sans">{[values.title, values.summary, values.body].join("\n\n")}</pre>
        </div>
      ) : null}
      <ResourceForm
        values={reply?.values ?? values}
        errors={reply?.errors ?? {}}
        themes={themes}
        subThemes={subThemes}
        kinds={kinds}
        forKinds={reply?.forKinds ?? forKinds}
      />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
