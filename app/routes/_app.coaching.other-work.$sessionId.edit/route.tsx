import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { deleteCoachingSession } from "~/features/coaching/commands.server";
import { OtherWorkForm } from "~/features/coaching/components/other-work-form";
import { correctOtherWork } from "~/features/coaching/other-work.commands.server";
import { otherWorkSchema } from "~/features/coaching/other-work.form";
import { describeOtherWork, getOtherWork, otherWorkValues } from "~/features/coaching/other-work.queries.server";
import { parseFields, ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ConflictNote } from "~/ui/conflict-note";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.coachingLog.other.edit);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const work = await answering(() => authorize(actor, "coaching.correct", getOtherWork(actor, asked.params.sessionId ?? "")));
  return json({ form: formOf(otherWorkValues(work)), texts: textsOf(actor.locale, "coaching", "coachingLog") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const t = translator(actor.locale);
  const work = await answering(() => authorize(actor, "coaching.correct", getOtherWork(actor, asked.params.sessionId ?? "")));
  if (fields.get("intent") === "delete") {
    await answering(() => deleteCoachingSession(actor, authorize(actor, "coaching.delete", work)));
    return redirectWithToast(paths.coaching(), { text: t("coachingLog:other.deleted"), tone: "ok" });
  }
  const form = parseFields(fields, otherWorkSchema, actor.locale);
  const typed = Object.fromEntries([...fields].map(([name, value]) => [name, String(value)]));
  if (!form.isValid) return invalid(formOf(typed, form.reply.errors));
  try {
    correctOtherWork(actor, work, form.value);
    return redirectWithToast(paths.coachingSession(work.id), { text: t("coachingLog:other.corrected"), tone: "ok" });
  } catch (error) {
    if (!(error instanceof ConflictError)) return invalid(formOf(typed, ruleReply(error, form.reply, actor.locale).errors));
    const saved = describeOtherWork(actor.locale, work);
    return conflict({ ...formOf({ ...typed, version: String(work.version) }), saved });
  }
}

function formOf(values: Record<string, string>, errors: Record<string, string[]> = {}) {
  const saved: [label: string, value: string][] = [];
  return { values, errors, saved };
}

export default function EditOtherWork() {
  const { form, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  const { values, errors, saved } = reply ?? form;
  return (
    <>
      <PageTitle title={texts.coachingLog.other.edit} />
      {saved.length > 0 ? <ConflictNote saved={saved} /> : null}
      <OtherWorkForm key={reply ? "again" : "first"} values={values} errors={errors} />
      <Form method="post" className="mt-6">
        <button type="submit" name="intent" value="delete" className="button">
          {actions.delete}
        </button>
      </Form>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
