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
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.ownData.requests.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "provider.correct")) throw forbidden();
  return json({ ...describeRequests(actor), help: describeOpenHelp(actor), texts: textsOf(actor.locale, "ownData", "requests") });
}

export default function Requests() {
  const { proposals, requests, help, texts } = useLoaderData<typeof loader>();
  const t = texts.ownData.requests;
  return (
    <>
      <PageTitle title={t.title} />
      {proposals.length + requests.length + help.length === 0 ? <Empty text={t.none} /> : null}
      <div className="grid gap-8">
        <HelpList title={texts.requests.open} lines={help} />
        <ProposalList lines={proposals} />
        <DataRequestList lines={requests} />
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
