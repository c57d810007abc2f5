import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportProviders } from "~/features/providers/export.server";
import { readProviderFilter } from "~/features/providers/filter.server";
import { download } from "~/http/file.server";
import { answering } from "~/http/responses.server";
import { translator } from "~/i18n/translate";
import { toXlsx } from "~/lib/xlsx.server";

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { columns, rows } = await answering(() => exportProviders(actor, readProviderFilter(asked.request).filter));
  const name = translator(actor.locale)("providers:title");
  return download(await toXlsx([{ name, columns, rows }]), { name: `${name}.xlsx`, type: "xlsx" });
}
