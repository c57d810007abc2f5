import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { listTourStops } from "~/features/coaching/tour.queries.server";
import { readProviderFilter } from "~/features/providers/filter.server";
import { formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { useLabelled } from "~/i18n/use-texts";
import { phoneInText } from "~/lib/phone";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.providers.tour.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const t = translator(actor.locale);
  const { stops, isLimited } = listTourStops(actor, readProviderFilter(actor, asked.request).filter);
  return json({
    isLimited,
    count: t("providers:tour.stops", { count: stops.length }),
    stops: stops.map((stop) => ({
      id: stop.id,
      name: stop.name,
      kind: t(`kinds:${stop.kind}`),
      address: [stop.street, [stop.postcode, stop.commune].filter(Boolean).join(" ")].filter(Boolean).join(", "),
      contact: [stop.contact, phoneInText(stop.phone)].filter(Boolean).join(" · "),
      last: stop.last ? t("providers:tour.lastNote", { day: formatDay(actor.locale, stop.last.heldOn) }) : "",
      note: stop.last?.note ?? "",
      steps: stop.steps,
    })),
    texts: textsOf(actor.locale, "providers"),
  });
}

export default function Tour() {
  const labelled = useLabelled();
  const { isLimited, count, stops, texts } = useLoaderData<typeof loader>();
  const t = texts.providers.tour;
  return (
    <>
      <PageTitle title={t.title} context={count} />
      {isLimited ? <p className="mb-4 text-warn print:hidden">{t.limited}</p> : null}
      {stops.length === 0 ? <Empty text={t.empty} /> : null}
      <ol className="grid gap-4">
        {stops.map((stop) => (
          <li key={stop.id} className="sheet break-inside-avoid p-4">
            <h2 className="text-l">
              {stop.name} <span className="text-s font-normal text-muted">{stop.kind}</span>
            </h2>
            <p>{stop.address || t.noAddress}</p>
            <p>{stop.contact}</p>
            {stop.last ? (
              <p className="mt-2">
                <span className="text-muted">{labelled(stop.last, "")}</span>
                {stop.note}
              </p>
            ) : null}
            {stop.steps.length > 0 ? (
              <>
                <p className="mt-2 text-muted">{t.steps}</p>
                <ul className="list-disc pl-5">
                  {stop.steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ul>
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
