import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { DataRequestList, ProposalList } from "~/features/own-data/components/request-lists";
import { describeRequests } from "~/features/own-data/page.server";
import { HelpList } from "~/features/providers/components/help-list";
import { describeOpenHelp } from "~/features/providers/requests-page.server";
import { forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.ownData.requests.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "provider.correct")) throw forbidden();
  return json({
    ...describeRequests(actor),
    help: describeOpenHelp(actor),
    files: { xlsx: paths.listExport("requests", "xlsx"), csv: paths.listExport("requests", "csv") },
    texts: textsOf(actor.locale, "ownData", "requests"),
  });
}

export default function Requests() {
  const { proposals, requests, help, files, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.ownData.requests;
  const isEmpty = proposals.length + requests.length + help.length === 0;
  return (
    <>
      <PageTitle title={t.title} />
      {isEmpty ? <Empty text={t.none} /> : null}
      <div className="grid gap-8">
        <HelpList title={texts.requests.open} lines={help} />
        <ProposalList lines={proposals} />
        <DataRequestList lines={requests} />
      </div>
      <ExportLinks label={actions.export} files={isEmpty ? undefined : files} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
