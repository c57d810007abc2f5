import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { searchProviders } from "~/features/providers/queries.server";
import { translator } from "~/i18n/translate";

/** What a form's search shows while one types: at most 12 providers of one office. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const query = new URL(asked.request.url).searchParams;
  const office = listOrganisationsWhere(actor, "provider.find").find((one) => one.id === query.get("office"));
  const t = translator(actor.locale);
  const rows = office ? searchProviders(actor, query.get("q") ?? "", office.id) : [];
  return json({
    found: t("coaching:form.results", { count: rows.length }),
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      context: [t(`kinds:${row.kind}`), row.commune].filter(Boolean).join(", "),
    })),
  });
}
