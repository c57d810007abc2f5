import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ProviderTable } from "~/features/providers/components/provider-table";
import { countProviders, listProviders } from "~/features/providers/queries.server";
import { parseQuery } from "~/http/query.server";
import { formatAgo } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { now } from "~/lib/clock";
import { dayIn, daysBetween } from "~/lib/dates";
import { establishmentKinds } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";

const query = z.object({
  q: z.string().max(120).optional(),
  kind: z.enum(establishmentKinds).optional(),
  commune: z.string().max(5).optional(),
  office: z.string().max(40).optional(),
  after: z.string().max(300).optional(),
});

export const meta = () => [{ title: "Prestataires · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const filter = parseQuery(asked.request, query);
  const t = translator(actor.locale);
  const today = dayIn("Europe/Paris", now());
  const page = listProviders(actor, filter);
  return json({
    filter,
    count: t("providers:count", { count: countProviders(actor, filter) }),
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.name,
      kind: t(`kinds:${row.kind}`),
      commune: row.commune ?? "",
      referent: row.referent ?? "",
      seen: row.lastSupportOn ? formatAgo(actor.locale, daysBetween(today, row.lastSupportOn)) : t("providers:never"),
    })),
    next: page.next ? paths.providers({ ...filter, after: page.next }) : undefined,
    kinds: establishmentKinds.map((kind) => ({ kind, name: t(`kinds:${kind}`) })),
    permissions: { register: canSomewhere(actor, "provider.register") },
    texts: textsOf(actor.locale, "providers"),
  });
}

export default function Providers() {
  const { filter, count, rows, next, kinds, permissions, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.providers;
  const create = permissions.register ? (
    <Link to={paths.newProvider()} className="button button-main">
      {t.new}
    </Link>
  ) : undefined;
  return (
    <>
      <PageTitle title={t.title} context={count} action={create} />
      <Form method="get" className="mb-4 flex flex-wrap gap-2">
        <input
          type="search"
          name="q"
          aria-label={t.search}
          placeholder={t.search}
          defaultValue={filter.q ?? ""}
          className="input max-w-md flex-1"
        />
        <select name="kind" aria-label={t.columns.kind} defaultValue={filter.kind ?? ""} className="input w-auto">
          <option value="">{`${t.columns.kind} : ${actions.all}`}</option>
          {kinds.map(({ kind, name }) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {actions.search}
        </button>
      </Form>
      {rows.length === 0 ? (
        <Empty text={filter.q || filter.kind ? t.emptySearch : t.emptyTitle} action={create} />
      ) : (
        <ProviderTable rows={rows} />
      )}
      {next ? (
        <p className="mt-4">
          <Link to={next} className="button">
            {actions.next}
          </Link>
        </p>
      ) : null}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
