import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { ProviderChoice } from "~/features/action-plans/components/provider-choice";
import { ProposeCorrection } from "~/features/providers/components/propose-correction";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { describeProposals } from "~/features/providers/proposals-page.server";
import { listContacts, listEstablishments } from "~/features/providers/queries.server";
import { answering } from "~/http/responses.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { phoneInText } from "~/lib/phone";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.myPlan.establishment.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const { provider, choices } = await answering(() => chooseOwnProvider(actor, wanted));
  const t = translator(actor.locale);
  return json({
    choices: choices.map((one) => ({
      ...one,
      to: paths.myEstablishment({ provider: one.id }),
      isCurrent: one.id === provider.id,
    })),
    establishments: listEstablishments(actor, provider.id).map((one) => ({
      id: one.id,
      proposalId: newId(),
      name: one.name,
      kind: t(`kinds:${one.kind}`),
      address: [one.street, [one.postcode, one.commune ?? one.communeName].filter(Boolean).join(" ")].filter(Boolean).join(", "),
    })),
    contacts: listContacts(actor, provider.id).map((one) => ({
      id: one.id,
      proposalId: newId(),
      name: one.name,
      lines: [one.function, one.email, phoneInText(one.phone)].filter(Boolean).join(" · "),
    })),
    corrections: paths.myCorrections({ provider: provider.id }),
    data: paths.myData({ provider: provider.id }),
    proposals: describeProposals(actor, provider.id),
    texts: textsOf(actor.locale, "myPlan", "ownData"),
  });
}

export default function MyEstablishment() {
  const { choices, establishments, contacts, corrections, data, proposals, texts } = useLoaderData<typeof loader>();
  const t = texts.myPlan.establishment;
  return (
    <div className="mx-auto max-w-2xl">
      <ProviderChoice choices={choices} />
      <PageTitle title={t.title} context={t.intro} />
      <div className="grid gap-6">
        {establishments.map((one) => (
          <section key={one.id} className="sheet p-4">
            <h2 className="text-l">{one.name}</h2>
            <p className="text-muted">{one.kind}</p>
            <p>{one.address}</p>
            <ProposeCorrection id={one.proposalId} to={corrections} subject="establishment" subjectId={one.id} />
          </section>
        ))}
        {contacts.length > 0 ? (
          <section>
            <h2 className="mb-2 text-l">{t.contacts}</h2>
            <ul className="grid gap-2">
              {contacts.map((one) => (
                <li key={one.id}>
                  {one.name}
                  <span className="block text-muted wrap-anywhere">{one.lines}</span>
                  <ProposeCorrection id={one.proposalId} to={corrections} subject="contact" subjectId={one.id} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {proposals.length > 0 ? (
          <section>
            <h2 className="mb-2 text-l">{texts.ownData.requests.corrections}</h2>
            <ul className="grid gap-1">
              {proposals.map((one) => (
                <li key={one.id}>{one.text}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <a href={data} className="inline-flex min-h-11 items-center font-semibold">
          {texts.ownData.mine}
        </a>
      </div>
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
