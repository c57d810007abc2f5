import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { config } from "~/config.server";
import { listRecentMails } from "~/email/outbox.server";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { notFound } from "~/http/responses.server";
import { formatInstant } from "~/i18n/format";
import { localeOf } from "~/i18n/locale.server";
import { textsOf, translator } from "~/i18n/translate";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.mails.demo.title);

export function loader({ request }: LoaderFunctionArgs) {
  if (!config().isDemo) throw notFound();
  const locale = localeOf(request);
  const t = translator(locale);
  return json({
    mails: listRecentMails().map((mail) => ({
      id: mail.id,
      subject: mail.subject,
      to: t("mails:demo.to", {
        recipient: mail.recipient,
        at: formatInstant(locale, mail.createdAt ?? 0, zoneOf(mail.ownerId ?? "")),
      }),
      pieces: withLinks(mail.text),
    })),
    texts: textsOf(locale, "mails"),
  });
}

/** The words and, apart, the addresses: every second piece is a link. */
function withLinks(text: string): { key: string; text: string; isLink: boolean }[] {
  return text.split(/(https?:\/\/\S+)/).map((piece, place) => ({ key: `${place}`, text: piece, isLink: place % 2 === 1 }));
}

export default function DemoMails() {
  const { mails, texts } = useLoaderData<typeof loader>();
  const t = texts.mails.demo;
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-8">
      <PageTitle title={t.title} context={t.intro} />
      {mails.length === 0 ? <Empty text={t.empty} /> : null}
      <ol className="grid gap-6">
        {mails.map((mail) => (
          <li key={mail.id} className="sheet p-4 md:p-6">
            <h2 className="text-l">{mail.subject}</h2>
            <p className="text-s text-muted">{mail.to}</p>
            <div className="mt-4 whitespace-pre-wrap break-words">
              {mail.pieces.map((piece) =>
                piece.isLink ? (
                  <a key={piece.key} href={piece.text}>
                    {piece.text}
                  </a>
                ) : (
                  piece.text
                ),
              )}
            </div>
          </li>
        ))}
      </ol>
    </main>
  );
}

export const ErrorBoundary = ErrorPage;
