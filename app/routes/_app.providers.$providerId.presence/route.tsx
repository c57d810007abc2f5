import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { listChannels } from "~/features/providers/channels.queries.server";
import { getProvider, listEstablishments } from "~/features/providers/queries.server";
import { answering } from "~/http/responses.server";
import { formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";

export const meta = () => [{ title: "Présence en ligne · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await answering(() => getProvider(actor, asked.params.providerId ?? "", "provider.list"));
  const t = translator(actor.locale);
  const channels = listChannels(actor, provider.id).map((one) => ({
    id: one.id,
    establishmentId: one.establishmentId,
    kind: t(`channels:kinds.${one.kind}`),
    service: one.service ?? "",
    url: one.url ?? "",
    state: t(`channels:states.${one.state}`),
    checked: one.checkedOn ? t("channels:checkedOn", { day: formatDay(actor.locale, one.checkedOn) }) : "",
  }));
  return json({
    establishments: listEstablishments(actor, provider.id).map(({ id, name }) => ({
      id,
      name,
      channels: channels.filter((one) => one.establishmentId === id),
    })),
    texts: textsOf(actor.locale, "channels"),
  });
}

export default function Presence() {
  const { establishments, texts } = useLoaderData<typeof loader>();
  const t = texts.channels;
  return (
    <div className="grid gap-8">
      {establishments.map((place) => (
        <section key={place.id}>
          <h2 className="mb-3 text-l">{place.name}</h2>
          {place.channels.length === 0 ? (
            <p className="text-muted">{t.empty}</p>
          ) : (
            <div className="sheet">
              <table className="list" role="table">
                <thead>
                  <tr>
                    <th scope="col">{t.columns.kind}</th>
                    <th scope="col">{t.columns.url}</th>
                    <th scope="col">{t.columns.state}</th>
                    <th scope="col">{t.columns.checked}</th>
                  </tr>
                </thead>
                <tbody>
                  {place.channels.map((one) => (
                    <tr key={one.id}>
                      <td className="font-semibold">{[one.kind, one.service].filter(Boolean).join(" · ")}</td>
                      <td className="[overflow-wrap:anywhere]">
                        {one.url ? (
                          <a href={one.url} rel="noreferrer nofollow" target="_blank">
                            {one.url}
                          </a>
                        ) : null}
                      </td>
                      <td>
                        <span className="chip">{one.state}</span>
                      </td>
                      <td className="text-s text-muted">{one.checked}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
