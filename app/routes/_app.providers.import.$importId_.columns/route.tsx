import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { discardImport } from "~/features/imports/commands.server";
import { MappingForm } from "~/features/imports/components/mapping-form";
import { mapImport } from "~/features/imports/mapping.commands.server";
import { mappingSchema } from "~/features/imports/mapping.form";
import { describeMapping, mappingReply } from "~/features/imports/mapping-page.server";
import { getImport } from "~/features/imports/queries.server";
import { parseFields } from "~/http/form.server";
import { parseQuery } from "~/http/query.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { importContents } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

const query = z.object({ content: z.enum(importContents).optional() });

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.tableImport.columnsTitle);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { content } = parseQuery(asked.request, query);
  const page = await answering(() => describeMapping(actor, asked.params.importId ?? "", content));
  return json({ page, texts: textsOf(actor.locale, "tableImport") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const row = await answering(() => authorize(actor, "provider.import", getImport(actor, asked.params.importId ?? "")));
  const t = translator(actor.locale);
  if (fields.get("intent") === "discard") {
    await answering(() => discardImport(actor, row));
    return redirectWithToast(paths.providerImport(), { text: t("imports:discarded"), tone: "ok" });
  }
  const form = parseFields(fields, mappingSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    mapImport(actor, row, form.value);
  } catch (error) {
    return invalid(mappingReply(error, form.reply, actor));
  }
  return redirect(paths.oneImport(row.id));
}

export default function ImportColumns() {
  const { page, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.tableImport.columnsTitle} context={page.fileName} />
      <MappingForm {...page} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
