import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { collectionSchema } from "~/features/resources/collection.form";
import { collectionFields } from "~/features/resources/collection-fields.server";
import { correctCollection } from "~/features/resources/collections.commands.server";
import { getCollection } from "~/features/resources/collections.queries.server";
import { CollectionEditor } from "~/features/resources/components/collection-editor";
import { describeCollection, describeFound } from "~/features/resources/describe-collections.server";
import { receiveCollectionChange } from "~/features/resources/receive-collection.server";
import { parseFields } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.resources.collections.editTitle);

const readCollection = (actor: Actor, slug: string | undefined) =>
  answering(() => authorize(actor, "resource.edit", getCollection(actor, slug ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await readCollection(actor, asked.params.slug);
  const q = (new URL(asked.request.url).searchParams.get("q") ?? "").slice(0, 120);
  const search = { held: row.resourceIds, resource: paths.resource };
  return json({
    q,
    hidden: { id: row.id, version: String(row.version) },
    collection: describeCollection(actor, row.slug, { resource: paths.resource }),
    found: q ? describeFound(actor, q, search) : undefined,
    fields: collectionFields(actor.locale, row),
    texts: textsOf(actor.locale, "resources"),
  });
}

/** One change of the list (`intent`), or the title, words and readers. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await readCollection(actor, asked.params.slug);
  const posted = await asked.request.formData();
  const back = paths.editCollection(row.slug, { q: new URL(asked.request.url).searchParams.get("q") ?? undefined });
  if (posted.has("intent")) {
    const { to, toast } = await answering(() => receiveCollectionChange(actor, row, posted));
    return toast ? redirectWithToast(to ?? back, toast) : redirect(back);
  }
  const form = parseFields(posted, collectionSchema, actor.locale);
  if (!form.isValid) return invalid({ ...form.reply, isConflict: false });
  try {
    correctCollection(actor, row, form.value);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return conflict({ ...form.reply, isConflict: true });
  }
  return redirectWithToast(back, { text: translator(actor.locale)("resources:collections.saved"), tone: "ok" });
}

export default function EditCollection() {
  const { q, hidden, collection, found, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  const t = texts.resources.collections;
  const see = (
    <a href={paths.collection(collection.slug)} className="button">
      {t.see}
    </a>
  );
  return (
    <>
      <PageTitle title={t.editTitle} context={collection.title} action={see} />
      <CollectionEditor rows={collection.rows} q={q} found={found} />
      <h2 className="mb-3 mt-8 text-l">{t.edit}</h2>
      <RecordForm key={hidden.version} fields={fields} hidden={hidden} reply={reply} submit={actions.save} />
      <form method="post" className="mt-8">
        <button type="submit" name="intent" value="delete" className="button">
          {t.delete}
        </button>
      </form>
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
