import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { DataReading } from "~/features/own-data/components/data-reading";
import { ReleaseForm } from "~/features/own-data/components/release-form";
import { readProvider } from "~/features/own-data/reading.server";
import { getRequest } from "~/features/own-data/requests.queries.server";
import { answering } from "~/http/responses.server";
import { textsOf, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

/** What an access request hands over, private notes included: the office reads it, then releases it. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const request = await answering(() => getRequest(actor, asked.params.requestId ?? ""));
  const readAt = now();
  const read = await answering(() => readProvider(actor, request.providerId, readAt));
  const isOpen = request.kind === "access" && request.state === "open";
  return json({
    title: translator(actor.locale)("ownData:reading.reviewTitle", { name: read.name }),
    sections: read.sections,
    release: isOpen ? { to: paths.requestAnswer(request.id), readAt } : null,
    file: paths.requestExport(request.id),
    texts: textsOf(actor.locale, "ownData"),
  });
}

export default function ReviewData() {
  const { title, sections, release, file, texts } = useLoaderData<typeof loader>();
  const t = texts.ownData;
  return (
    <div className="grid max-w-3xl gap-6">
      <PageTitle title={title} context={release ? t.reading.reviewHint : t.reading.answered} />
      <p className="flex flex-wrap gap-4 print:hidden">
        <Link to={paths.requests()} className="inline-flex min-h-11 items-center">
          {t.reading.backToRequests}
        </Link>
        <a href={file} className="inline-flex min-h-11 items-center">
          {t.download}
        </a>
      </p>
      <DataReading sections={sections} isReview />
      {release ? <ReleaseForm {...release} /> : null}
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
