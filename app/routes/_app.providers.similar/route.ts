import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { findSimilarProviders } from "~/features/duplicates/queries.server";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { notFound } from "~/http/responses.server";
import { translator } from "~/i18n/translate";
import { parsePhone } from "~/lib/phone";
import { paths } from "~/paths";

/** Providers of the office that look like the one being typed: at most five. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const query = new URL(asked.request.url).searchParams;
  const office = listOrganisationsWhere(actor, "provider.register").find((one) => one.id === query.get("office"));
  if (!office) throw notFound();
  const t = translator(actor.locale);
  const typed = {
    officeId: office.id,
    name: query.get("name") ?? "",
    email: query.get("email") || undefined,
    phone: parsePhone(query.get("phone") ?? ""),
  };
  const rows = findSimilarProviders(actor, typed).map((row) => ({
    to: paths.provider(row.id),
    name: row.name,
    context: [t(`kinds:${row.kind}`), row.commune].filter(Boolean).join(", "),
  }));
  return json({ rows });
}
