import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "~/auth/actor.server";
import { SessionTable } from "~/features/coaching/components/session-table";
import { sessionLine } from "~/features/coaching/lines";
import { listCoachingSessions } from "~/features/coaching/queries.server";
import { totalCoachingSessions } from "~/features/coaching/totals.queries.server";
import { getProvider } from "~/features/providers/queries.server";
import { parseQuery } from "~/http/query.server";
import { answering } from "~/http/responses.server";
import { formatDuration } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.providers.page.tabs.sessions);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await answering(() => getProvider(actor, asked.params.providerId ?? "", "provider.list"));
  const { after } = parseQuery(asked.request, z.object({ after: z.string().max(60).optional() }));
  const t = translator(actor.locale);
  const page = listCoachingSessions(actor, { provider: provider.id, after });
  const total = totalCoachingSessions(actor, { provider: provider.id });
  return json({
    totals: `${t("coaching:count", { count: total.sessions })} · ${formatDuration(total.minutes)}`,
    rows: page.rows.map((row) => sessionLine(actor.locale, row)),
    next: page.next ? paths.providerSessions(provider.id, { after: page.next }) : undefined,
    texts: textsOf(actor.locale, "providers", "coaching"),
  });
}

export default function ProviderSessions() {
  const { totals, rows, next, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.providers.page;
  if (rows.length === 0) return <p className="text-muted">{t.noSessions}</p>;
  return (
    <section>
      <h2 className="text-l">{t.sessions}</h2>
      <p className="mb-3 text-muted">{totals}</p>
      <SessionTable rows={rows} />
      {next ? (
        <p className="mt-4">
          <Link to={next} className="button">
            {actions.next}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

export const ErrorBoundary = ErrorPage;
