import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { DataReading } from "~/features/own-data/components/data-reading";
import { readProvider } from "~/features/own-data/reading.server";
import { findReviewedAt } from "~/features/own-data/requests.queries.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { answering } from "~/http/responses.server";
import { formatInstant } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

/** One's own data to read and print; the notes of the office once it has reviewed them. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const { provider } = await answering(() => chooseOwnProvider(actor, wanted));
  const t = translator(actor.locale);
  const reviewedAt = findReviewedAt(actor, provider.id);
  const read = await answering(() => readProvider(actor, provider.id, reviewedAt));
  const reviewed = reviewedAt === null ? "" : formatInstant(actor.locale, reviewedAt, zoneOfActor(actor));
  return json({
    title: t("ownData:reading.title", { name: read.name }),
    about: [
      t("ownData:reading.madeAt", { at: read.madeAt }),
      reviewed ? t("ownData:reading.reviewed", { day: reviewed }) : "",
    ].filter(Boolean),
    sections: read.sections,
    back: paths.myData({ provider: provider.id }),
    texts: textsOf(actor.locale, "ownData"),
  });
}

export default function MyDataReading() {
  const { title, about, sections, back, texts } = useLoaderData<typeof loader>();
  const t = texts.ownData;
  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <PageTitle title={title} context={about.join(" ")} />
      <p className="print:hidden">{t.reading.print}</p>
      <DataReading sections={sections} />
      <a href={back} className="inline-flex min-h-11 items-center print:hidden">
        {t.back}
      </a>
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
