import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { restoreSourceValue } from "~/features/imports/restore.commands.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { CorrectionTable } from "~/features/providers/components/correction-table";
import { assignCorrection, closeCorrection } from "~/features/providers/corrections.commands.server";
import { countSourceCorrections, getSourceCorrection } from "~/features/providers/corrections.queries.server";
import { describeCorrections } from "~/features/providers/corrections.server";
import { listPossibleReferents } from "~/features/providers/record.queries.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

const schema = z.object({
  correctionId: z.string().max(40),
  intent: z.enum(["assign", "done", "restore"]),
  assigneeId: z.string().max(40).optional(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.records.corrections.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "provider.correct"));
  const rows = describeCorrections(actor, office.id);
  const list = "providers/sit-corrections";
  return json({
    rows,
    files: { xlsx: paths.listExport(list, "xlsx"), csv: paths.listExport(list, "csv") },
    count: translator(actor.locale)("records:corrections.count", { count: countSourceCorrections(actor, office.id) }),
    people: listPossibleReferents(office.id),
    texts: textsOf(actor.locale, "records"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const form = await parseForm(asked.request, schema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  const { correctionId, intent, assigneeId } = form.value;
  const t = translator(actor.locale);
  const correction = await answering(() => authorize(actor, "provider.correct", getSourceCorrection(actor, correctionId)));
  const back = (text: string) => redirectWithToast(paths.sitCorrections(), { text, tone: "ok" });
  switch (intent) {
    case "assign":
      try {
        assignCorrection(actor, correction, assigneeId ?? null);
      } catch (error) {
        return invalid(ruleReply(error, form.reply, actor.locale));
      }
      return back(t("records:corrections.assigned"));
    case "done":
      closeCorrection(actor, correction);
      return back(t("records:corrections.marked"));
    case "restore":
      restoreSourceValue(actor, correction);
      return back(t("records:corrections.restored"));
  }
}

export default function SitCorrections() {
  const { rows, files, count, people, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.records.corrections;
  return (
    <>
      <PageTitle title={t.title} context={count} />
      {rows.length === 0 ? (
        <Empty text={t.empty} />
      ) : (
        <>
          <p className="mb-4">{t.intro}</p>
          <CorrectionTable rows={rows} people={people} />
          <ExportLinks label={actions.export} files={files} />
        </>
      )}
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
