import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { VersionList } from "~/features/resources/components/version-list";
import { describeHistory } from "~/features/resources/describe-history.server";
import { restoreVersion } from "~/features/resources/history.commands.server";
import { restoreSchema } from "~/features/resources/history.form";
import { getResource } from "~/features/resources/queries.server";
import { parseForm } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.resources.history.title);

const readResource = (actor: Actor, slug: string | undefined) =>
  answering(() => authorize(actor, "resource.edit", getResource(actor, slug ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const resource = await readResource(actor, asked.params.slug);
  const { slug, title } = resource;
  return json({ slug, title, ...describeHistory(actor, resource), texts: textsOf(actor.locale, "resources") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const resource = await readResource(actor, asked.params.slug);
  const form = await parseForm(asked.request, restoreSchema, actor.locale);
  if (!form.isValid) return invalid({ isConflict: false });
  try {
    await answering(() => restoreVersion(actor, resource, form.value));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return conflict({ isConflict: true });
  }
  const text = translator(actor.locale)("resources:history.restored", { number: form.value.restored });
  return redirectWithToast(paths.resourceHistory(resource.slug), { text, tone: "ok" });
}

export default function ResourceHistory() {
  const { slug, title, rows, version, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.resources.history;
  const back = (
    <a href={paths.resource(slug)} className="button">
      {t.back}
    </a>
  );
  return (
    <>
      <PageTitle title={t.title} context={title} action={back} />
      {reply?.isConflict ? (
        <p role="alert" className="sheet mb-6 border-warn p-4 font-semibold">
          {t.conflict}
        </p>
      ) : null}
      <VersionList rows={rows} version={version} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
