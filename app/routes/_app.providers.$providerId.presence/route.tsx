import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { listChannels } from "~/features/providers/channels.queries.server";
import { getProvider, listEstablishments } from "~/features/providers/queries.server";
import { answering } from "~/http/responses.server";
import { formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.channels.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await answering(() => getProvider(actor, asked.params.providerId ?? "", "provider.list"));
  const t = translator(actor.locale);
  const channels = listChannels(actor, provider.id).map((one) => ({
    id: one.id,
    establishmentId: one.establishmentId,
    name: [t(`channels:kinds.${one.kind}`), one.service].filter(Boolean).join(" · "),
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
    id: provider.id,
    permissions: { correct: can(actor, "provider.correct", provider), plan: can(actor, "plan.edit", provider) },
    texts: textsOf(actor.locale, "channels", "records", "measures"),
  });
}

export default function Presence() {
  const { id, establishments, permissions, texts } = useLoaderData<typeof loader>();
  const t = texts.channels;
  return (
    <div className="grid gap-8">
      {permissions.plan ? (
        <a href={paths.startPlan({ provider: id, measures: "record" })} className="button justify-self-start">
          {texts.measures.see}
        </a>
      ) : null}
      {establishments.map((place) => (
        <section key={place.id}>
          <div className="mb-3 flex flex-wrap items-end justify-between gap-2">
            <h2 className="text-l">{place.name}</h2>
            {permissions.correct ? (
              <a href={paths.newChannel(place.id)} className="button">
                {texts.records.channel.add}
              </a>
            ) : null}
          </div>
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
                      <td className="font-semibold">
                        {permissions.correct ? <a href={paths.editChannel(one.id)}>{one.name}</a> : one.name}
                      </td>
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
