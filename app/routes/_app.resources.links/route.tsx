import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { LinkList } from "~/features/resources/components/link-list";
import { describeLinks } from "~/features/resources/describe-links.server";
import { forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.links);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "resource.usage")) throw forbidden();
  const list = "resources/links";
  const files = { xlsx: paths.listExport(list, "xlsx"), csv: paths.listExport(list, "csv") };
  return json({ ...describeLinks(actor), files, texts: textsOf(actor.locale, "library") });
}

export default function ResourceLinks() {
  const { rows, context, files, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.library.linksPage;
  return (
    <>
      <PageTitle title={t.title} context={context} />
      {rows.length === 0 ? <Empty text={t.none} /> : <LinkList rows={rows} />}
      <ExportLinks label={actions.export} files={rows.length > 0 ? files : undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
