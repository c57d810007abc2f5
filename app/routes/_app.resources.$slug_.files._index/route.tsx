import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { receiveOneFile } from "~/features/files/single-upload.server";
import { ResourceFiles } from "~/features/resources/components/resource-files";
import { describeResourceFiles } from "~/features/resources/files-page.server";
import { getResource } from "~/features/resources/queries.server";
import { receiveResourceFile } from "~/features/resources/receive-file.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.resources.file.title);

const readResource = (actor: Actor, slug: string | undefined) =>
  answering(() => authorize(actor, "resource.edit", getResource(actor, slug ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const resource = await readResource(actor, asked.params.slug);
  return json({ files: describeResourceFiles(actor, resource), texts: textsOf(actor.locale, "resources", "files") });
}

/** A document, the resource's picture (`?as=picture`) or one of its text (`?as=text`), added or taken away (`?remove=`). */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const resource = await readResource(actor, asked.params.slug);
  const query = new URL(asked.request.url).searchParams;
  const given = { as: query.get("as"), removed: query.get("remove") };
  const toast = await receiveResourceFile(actor, resource, { ...given, receive: (kind) => receiveOneFile(asked.request, kind) });
  return redirectWithToast(paths.resourceFiles(resource.slug), toast);
}

export default function FilesOfResource() {
  const { files, texts } = useLoaderData<typeof loader>();
  const back = (
    <a href={paths.resource(files.slug)} className="button">
      {texts.resources.history.back}
    </a>
  );
  return (
    <>
      <PageTitle title={texts.resources.file.title} context={files.title} action={back} />
      <ResourceFiles files={{ ...files, document: files.document, picture: files.picture }} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
