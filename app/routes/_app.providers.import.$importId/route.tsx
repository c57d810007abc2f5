import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { applyImport, chooseRecords, discardImport, undoImport } from "~/features/imports/commands.server";
import { ImportOutcome } from "~/features/imports/components/import-outcome";
import { ImportProgress } from "~/features/imports/components/import-progress";
import { ImportReview } from "~/features/imports/components/import-review";
import { choicesOf, importPostSchema } from "~/features/imports/form";
import { askColumnsAgain } from "~/features/imports/mapping.commands.server";
import { describeImport, findNextPage } from "~/features/imports/page.server";
import { verdicts } from "~/features/imports/plan.model";
import { getImport } from "~/features/imports/queries.server";
import { countBatch } from "~/features/past-sessions/commands.server";
import { parseFields, ruleReply } from "~/http/form.server";
import { parseQuery } from "~/http/query.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { assertNever } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ErrorSummary } from "~/ui/error-summary";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

const query = z.object({ verdict: z.enum(verdicts).optional(), after: z.coerce.number().int().min(0).optional() });

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.fileName);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const importId = asked.params.importId ?? "";
  const next = await answering(() => findNextPage(actor, importId));
  if (next) throw redirect(next);
  const page = await answering(() => describeImport(actor, importId, parseQuery(asked.request, query)));
  return json({ ...page, texts: textsOf(actor.locale, "imports", "tableImport") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const form = parseFields(await asked.request.formData(), importPostSchema, actor.locale);
  const row = await answering(() => authorize(actor, "provider.import", getImport(actor, asked.params.importId ?? "")));
  if (!form.isValid) return invalid(form.reply);
  const t = translator(actor.locale);
  const { intent } = form.value;
  try {
    switch (intent) {
      case "choose":
        chooseRecords(actor, row, choicesOf(form.value));
        return redirectWithToast(asked.request.url, { text: t("imports:choicesKept"), tone: "ok" });
      case "apply":
        chooseRecords(actor, row, choicesOf(form.value));
        applyImport(actor, row, form.value);
        return redirect(paths.oneImport(row.id));
      case "undo":
        undoImport(actor, row, form.value.reportReason);
        return redirect(paths.oneImport(row.id));
      case "discard":
        discardImport(actor, row);
        return redirectWithToast(paths.providerImport(), { text: t("imports:discarded"), tone: "ok" });
      case "remap":
        askColumnsAgain(actor, row);
        return redirect(paths.importColumns(row.id));
      case "count":
      case "uncount":
        countBatch(actor, row, { isCounted: intent === "count", reason: form.value.reportReason });
        return redirect(paths.oneImport(row.id));
      default:
        return assertNever(intent);
    }
  } catch (error) {
    return invalid(ruleReply(error, { errors: {}, values: {} }, actor.locale));
  }
}

export default function OneImport() {
  const { fileName, context, progress, review, outcome } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={fileName} context={context} />
      <ErrorSummary title="" errors={reply?.errors ?? {}} labels={{}} />
      {progress ? <ImportProgress {...progress} /> : null}
      {review ? <ImportReview {...review} /> : null}
      {outcome ? <ImportOutcome {...outcome} errors={reply?.errors.reportReason} /> : null}
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
