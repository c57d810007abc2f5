import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { ImportTable } from "~/features/imports/components/import-table";
import { fileKindName } from "~/features/imports/lines";
import { listImports } from "~/features/imports/queries.server";
import { uploadImport } from "~/features/imports/upload.commands.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { formatInstant, formatNumber } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.imports.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "provider.import"));
  const t = translator(actor.locale);
  return json({
    id: newId(),
    office: office.name,
    rows: listImports(actor).map((row) => ({
      id: row.id,
      fileName: row.fileName,
      source: fileKindName(actor.locale, row),
      state: t(`imports:states.${row.state}`),
      total: row.total === null ? "" : formatNumber(actor.locale, row.total),
      by: row.by ?? "",
      on: formatInstant(actor.locale, row.createdAt, office.zone),
    })),
    texts: textsOf(actor.locale, "imports"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const workplace = await answering(() => getWorkplace(actor, "provider.import"));
  const office = authorize(actor, "provider.import", { ...workplace, ownerId: workplace.id });
  try {
    const { id } = await uploadImport(actor, office, asked.request);
    return redirect(paths.oneImport(id));
  } catch (error) {
    return invalid(ruleReply(error, { errors: {}, values: {} }, actor.locale));
  }
}

export default function ImportProviders() {
  const { id, office, rows, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { form } = useTexts("common");
  const t = texts.imports;
  return (
    <>
      <PageTitle
        title={t.title}
        context={office}
        action={
          <Link to={paths.providers()} className="button">
            {t.seeProviders}
          </Link>
        }
      />
      <Form
        method="post"
        encType="multipart/form-data"
        noValidate
        reloadDocument
        className="sheet mb-8 grid max-w-2xl gap-5 p-4 md:p-6"
      >
        <ErrorSummary title={form.fix_one} errors={reply?.errors ?? {}} labels={{ file: t.file }} />
        <p>{t.intro}</p>
        <input type="hidden" name="id" value={id} />
        <Field name="file" label={t.file} hint={t.fileHint} errors={reply?.errors.file}>
          {(aria) => (
            <input
              {...aria}
              type="file"
              accept=".zip,.json,.jsonld,.geojson,.xml,.csv,.txt,.tsv,.xlsx,.gz"
              className="input border-dashed py-8 file:mr-4 file:min-h-11 file:rounded-box file:border file:border-solid file:border-control file:bg-surface file:px-4 file:font-semibold file:text-ink"
            />
          )}
        </Field>
        <div>
          <button type="submit" className="button button-main">
            {t.send}
          </button>
        </div>
      </Form>
      <h2 className="mb-3 text-l">{t.past}</h2>
      {rows.length === 0 ? <p className="text-muted">{t.none}</p> : <ImportTable rows={rows} />}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
