import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { ProviderChoice } from "~/features/action-plans/components/provider-choice";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { requestSchema } from "~/features/own-data/model";
import { describeOwnRequests } from "~/features/own-data/page.server";
import { askAboutData } from "~/features/own-data/requests.commands.server";
import { findReviewedAt } from "~/features/own-data/requests.queries.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { getProvider } from "~/features/providers/queries.server";
import { parseForm } from "~/http/form.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { formatInstant } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.ownData.mine);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const { provider, choices } = await answering(() => chooseOwnProvider(actor, wanted));
  const t = translator(actor.locale);
  const zone = zoneOfActor(actor);
  const reviewedAt = findReviewedAt(actor, provider.id);
  return json({
    name: provider.name,
    reading: paths.myDataReading({ provider: provider.id }),
    file: paths.myDataFile({ provider: provider.id }),
    reviewed: reviewedAt ? t("ownData:downloadAll", { day: formatInstant(actor.locale, reviewedAt, zone) }) : "",
    ids: { access: newId(), erasure: newId() },
    choices: choices.map((one) => ({ ...one, to: paths.myData({ provider: one.id }), isCurrent: one.id === provider.id })),
    requests: describeOwnRequests(actor, provider.id),
    texts: textsOf(actor.locale, "myPlan", "ownData"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const { provider } = await answering(() => chooseOwnProvider(actor, wanted));
  const form = await parseForm(asked.request, requestSchema, actor.locale);
  if (!form.isValid) throw notFound();
  askAboutData(actor, authorize(actor, "ownData.ask", getProvider(actor, provider.id)), form.value);
  const text = translator(actor.locale)("ownData:asked");
  return redirectWithToast(paths.myData({ provider: provider.id }), { text, tone: "ok" });
}

export default function MyData() {
  const { choices, name, reading, file, reviewed, ids, requests, texts } = useLoaderData<typeof loader>();
  const t = texts.ownData;
  const asks = [
    { kind: "access", title: t.askAccess, hint: t.askAccessHint, id: ids.access },
    { kind: "erasure", title: t.askErasure, hint: t.askErasureHint, id: ids.erasure },
  ];
  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <ProviderChoice choices={choices} />
      <PageTitle title={t.mine} context={`${name}. ${t.mineIntro}`} />
      <p>
        <a href={reading} className="button button-main">
          {t.read}
        </a>
        <span className="block text-s text-muted">{[t.readHint, reviewed].filter(Boolean).join(" ")}</span>
        <a href={file} className="inline-flex min-h-11 items-center">
          {t.download}
        </a>
        <span className="block text-s text-muted">{t.downloadHint}</span>
      </p>
      <a href={paths.myMessages()} className="inline-flex min-h-11 items-center">
        {t.messages}
      </a>
      {asks.map((ask) => (
        <details key={ask.kind} className="sheet p-4">
          <summary className="flex min-h-11 items-center font-semibold text-primary">{ask.title}</summary>
          <p>{ask.hint}</p>
          <form method="post" className="mt-2 grid gap-2">
            <input type="hidden" name="id" value={ask.id} />
            <input type="hidden" name="kind" value={ask.kind} />
            <label htmlFor={`why-${ask.kind}`} className="font-semibold">
              {t.why}
            </label>
            <textarea id={`why-${ask.kind}`} name="text" rows={2} maxLength={1000} className="input" />
            <button type="submit" className="button justify-self-start">
              {t.ask}
            </button>
          </form>
        </details>
      ))}
      {requests.length > 0 ? (
        <section>
          <h2 className="mb-2 text-l">{t.myRequests}</h2>
          <ul className="grid gap-2">
            {requests.map((request) => (
              <li key={request.id}>{request.text}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
