import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { ExportState } from "~/features/exports/components/export-state";
import { describeExport } from "~/features/exports/page.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.name);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => describeExport(actor, asked.params.exportId ?? ""));
  return json({ ...page, texts: textsOf(actor.locale, "exports") });
}

export default function OneExport() {
  const { name, ...state } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle title={name} />
      <ExportState {...state} />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
