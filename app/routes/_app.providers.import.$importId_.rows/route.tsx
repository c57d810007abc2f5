import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { applyImport, discardImport } from "~/features/imports/commands.server";
import { RowReview } from "~/features/imports/components/row-review";
import { askColumnsAgain } from "~/features/imports/mapping.commands.server";
import { answerMatches } from "~/features/imports/matches.commands.server";
import { matchesSchema } from "~/features/imports/matches.form";
import { getImport } from "~/features/imports/queries.server";
import { describeRows } from "~/features/imports/rows-page.server";
import { parseFields, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.fileName);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => describeRows(actor, asked.params.importId ?? ""));
  return json({ page, texts: textsOf(actor.locale, "tableImport") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const form = parseFields(await asked.request.formData(), matchesSchema, actor.locale);
  const row = await answering(() => authorize(actor, "provider.import", getImport(actor, asked.params.importId ?? "")));
  if (!form.isValid) return invalid(form.reply);
  const t = translator(actor.locale);
  try {
    switch (form.value.intent) {
      case "remap":
        askColumnsAgain(actor, row);
        return redirect(paths.importColumns(row.id));
      case "discard":
        discardImport(actor, row);
        return redirectWithToast(paths.providerImport(), { text: t("imports:discarded"), tone: "ok" });
      case "apply":
        answerMatches(actor, row, form.value);
        applyImport(actor, row, form.value);
        return redirect(paths.oneImport(row.id));
      default:
        answerMatches(actor, row, form.value);
        return redirectWithToast(paths.importRows(row.id), { text: t("tableImport:kept"), tone: "ok" });
    }
  } catch (error) {
    return invalid(ruleReply(error, form.reply, actor.locale));
  }
}

export default function ImportRows() {
  const { page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { fileName, context, ...review } = page;
  return (
    <>
      <PageTitle title={fileName} context={context} />
      <RowReview {...review} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
