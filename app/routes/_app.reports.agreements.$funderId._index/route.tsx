import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { describeAgreement, getAgreement } from "~/features/reports/agreements.server";
import { PromiseTable } from "~/features/reports/components/promise-table";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.title);

const formats = ["pdf", "xlsx", "csv"] as const;

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => describeAgreement(actor, getAgreement(actor, asked.params.funderId ?? "")));
  return json({ page, texts: textsOf(actor.locale, "agreements") });
}

export default function Agreement() {
  const { page, texts } = useLoaderData<typeof loader>();
  const t = texts.agreements;
  const files = formats.map((format) => (
    <a
      key={format}
      href={paths.agreementDocument(page.id, format)}
      className={`button ${format === "pdf" ? "button-main" : ""}`}
      download
    >
      {t.files[format]}
    </a>
  ));
  return (
    <>
      <p className="mb-2">
        <a href={paths.agreements()}>{t.all}</a>
      </p>
      <PageTitle title={page.title} context={`${page.office} · ${page.readOn}`} action={files} />
      <div className="grid max-w-5xl gap-8 [&>*]:min-w-0">
        <section>
          <p className="mb-3 font-semibold">{page.summary}</p>
          <PromiseTable promises={page.promises} title={page.title} />
        </section>
        {page.changes.length > 0 ? (
          <section>
            <h2 className="mb-3 text-l">{t.changes}</h2>
            <ul className="sheet divide-y divide-rule">
              {page.changes.map((change) => (
                <li key={change.id} className="grid gap-1 p-4">
                  <p className="font-semibold">{change.what}</p>
                  <p className="text-s text-muted">{change.line}</p>
                  {change.changes ? <p className="text-s">{change.changes}</p> : null}
                  {change.reason ? <p className="wrap-anywhere">{change.reason}</p> : null}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section>
          <h2 className="mb-3 text-l">{t.counted}</h2>
          <dl className="grid max-w-prose gap-2">
            {page.counted.map(({ name, help }) => (
              <div key={name}>
                <dt className="font-semibold">{name}</dt>
                <dd className="text-muted">{help}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
