import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { SessionTable } from "~/features/coaching/components/session-table";
import { sessionLine } from "~/features/coaching/lines";
import { listCoachingSessions, totalCoachingSessions } from "~/features/coaching/queries.server";
import { themeCodes } from "~/features/themes/model";
import { parseQuery } from "~/http/query.server";
import { formatDuration } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { isDay } from "~/lib/dates";
import { sessionChannels, sessionKinds } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";

const day = z.string().refine(isDay);
const query = z.object({
  from: day.optional(),
  to: day.optional(),
  kind: z.enum(sessionKinds).optional(),
  theme: z.enum(themeCodes).optional(),
  channel: z.enum(sessionChannels).optional(),
  facilitator: z.string().max(40).optional(),
  provider: z.string().max(40).optional(),
  office: z.string().max(40).optional(),
  after: z.string().max(60).optional(),
});

export const meta = () => [{ title: "Accompagnements · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const filter = parseQuery(asked.request, query);
  const t = translator(actor.locale);
  const page = listCoachingSessions(actor, filter);
  const total = totalCoachingSessions(actor, filter);
  return json({
    filter,
    totals: [
      t("coaching:count", { count: total.sessions }),
      t("coaching:supports", { count: total.supports }),
      formatDuration(total.minutes),
    ].join(" · "),
    rows: page.rows.map((row) => sessionLine(actor.locale, row)),
    next: page.next ? paths.coaching({ ...filter, after: page.next }) : undefined,
    themes: themeCodes.map((code) => ({ code, name: t(`themes:${code}.name`) })),
    permissions: { log: canSomewhere(actor, "coaching.log") },
    texts: textsOf(actor.locale, "coaching"),
  });
}

export default function CoachingSessions() {
  const { filter, totals, rows, next, themes, permissions, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.coaching;
  const create = permissions.log ? (
    <Link to={paths.newCoaching()} className="button button-main">
      {t.new}
    </Link>
  ) : undefined;
  return (
    <>
      <PageTitle title={t.title} context={totals} action={create} />
      <Form method="get" className="mb-4 flex flex-wrap items-end gap-2 text-s">
        {(["from", "to"] as const).map((name) => (
          <label key={name} className="grid gap-1">
            {t.filters[name]}
            <input type="date" name={name} defaultValue={filter[name]} className="input" />
          </label>
        ))}
        <label className="grid gap-1">
          {t.filters.theme}
          <select name="theme" defaultValue={filter.theme ?? ""} className="input">
            <option value="">{actions.all}</option>
            {themes.map((theme) => (
              <option key={theme.code} value={theme.code}>
                {theme.name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {actions.filter}
        </button>
      </Form>
      {rows.length === 0 ? (
        <Empty text={Object.keys(filter).length > 0 ? t.emptyFilter : t.empty} action={create} />
      ) : (
        <SessionTable rows={rows} />
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
