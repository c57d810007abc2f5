import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ResourceArticle } from "~/features/resources/components/resource-article";
import { readPublicResource } from "~/features/resources/page.server";
import { answering } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { fill } from "~/i18n/use-texts";
import { ErrorPage } from "~/ui/error-page";
import { Logo } from "~/ui/logo";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.title} · ${data.office}` : "Balise" },
  { name: "description", content: data?.page.summary ?? "" },
];

/** Read by anybody, without an account: what an office chose to show to everybody. */
export async function loader(asked: LoaderFunctionArgs) {
  const locale = localeOf(asked.request);
  const read = await answering(() => readPublicResource(locale, asked.params.slug ?? ""));
  return json({ ...read, texts: textsOf(locale, "resources") });
}

export default function PublicResource() {
  const { page, office, contact, texts } = useLoaderData<typeof loader>();
  const t = texts.resources.public;
  return (
    <div className="mx-auto max-w-3xl px-4 pb-16 md:px-8">
      <header className="flex flex-wrap items-center justify-between gap-3 py-4">
        <p className="font-semibold">{fill(t.by, { office })}</p>
        <Logo />
      </header>
      <main id="content">
        <ResourceArticle page={{ ...page, url: page.url }} />
      </main>
      {contact.email || contact.phone ? (
        <footer className="mt-10 border-t border-rule pt-4 text-s text-muted">
          {t.contact} {contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : null} {contact.phone}
        </footer>
      ) : null}
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
