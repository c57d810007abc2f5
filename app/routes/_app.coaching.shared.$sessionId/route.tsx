import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { readSharedPage } from "~/features/coaching/shared-page.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useLabelled } from "~/i18n/use-texts";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => readSharedPage(actor, asked.params.sessionId ?? ""));
  return json({ page, texts: textsOf(actor.locale, "coachingLog") });
}

export default function SharedSession() {
  const labelled = useLabelled();
  const { page, texts } = useLoaderData<typeof loader>();
  const t = texts.coachingLog.shared;
  return (
    <>
      <PageTitle title={page.title} context={page.context} />
      <p>{page.heldBy}</p>
      <p className="text-muted">{page.whole}</p>
      <div className="mt-6 grid gap-6">
        {page.shares.map((share) => (
          <section key={share.id} className="sheet grid gap-4 p-4" aria-labelledby={`share-${share.id}`}>
            <h2 id={`share-${share.id}`} className="text-l">
              {labelled(t.title, share.office)}
            </h2>
            <dl className="flex flex-wrap gap-x-8 gap-y-2">
              {share.counts.map(([name, value]) => (
                <div key={name}>
                  <dt className="text-s text-muted">{name}</dt>
                  <dd className="font-semibold">{value}</dd>
                </div>
              ))}
            </dl>
            <div>
              <h3 className="font-semibold">{t.people}</h3>
              <ul className="mt-1 grid gap-2">
                {share.people.map((one) => (
                  <li key={one.id}>
                    <a href={one.to}>{one.name}</a>
                    <span className="block text-s text-muted">{one.context}</span>
                  </li>
                ))}
                {share.unnamed ? <li className="text-muted">{share.unnamed}</li> : null}
              </ul>
            </div>
          </section>
        ))}
      </div>
      <p className="mt-4 text-s text-muted">{t.note}</p>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
