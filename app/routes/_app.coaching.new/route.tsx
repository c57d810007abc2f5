import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { logCoachingSession, replaceCoachingSession } from "~/features/coaching/commands.server";
import { DraftNotice } from "~/features/coaching/components/draft-notice";
import { SessionForm } from "~/features/coaching/components/session-form";
import { listUnsaved, resumeDraft } from "~/features/coaching/drafts.server";
import { readSessionForm } from "~/features/coaching/form-data.server";
import { isSaving } from "~/features/coaching/intent";
import { parseSession, readConflict, readPosted, savedText } from "~/features/coaching/posted-session.server";
import { startSession } from "~/features/coaching/start-session.server";
import { ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf } from "~/i18n/translate";
import { fill } from "~/i18n/use-texts";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.coaching.new);
const path = paths.newCoaching();

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const query = new URL(asked.request.url).searchParams;
  const resumed = resumeDraft(actor, path, query.get("draft"));
  const start = await answering(() => startSession(actor, query, resumed?.typed));
  return json({
    form: readSessionForm(actor, { ...start, path }),
    drafts: listUnsaved(actor, path, query.get("draft") ?? undefined),
    resumedAt: resumed?.time,
    texts: textsOf(actor.locale, "coaching", "sessionForm", "acts"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const posted = await answering(() => readPosted(actor, fields));
  const { typed, intent, office } = posted;
  const again = (more = {}) => readSessionForm(actor, { ...posted, id: typed.values.id ?? "", path, ...more });
  if (!isSaving(intent)) return json({ errors: {}, form: again() });
  const parsed = parseSession(actor, posted);
  if (!parsed.isValid) return invalid({ errors: parsed.reply.errors, form: again() });
  const input = parsed.value;
  try {
    const at = authorize(actor, "coaching.log", { ...office, ownerId: office.id });
    const save = intent.kind === "replace" ? replaceCoachingSession : logCoachingSession;
    const { id } = await answering(() => save(actor, at, input));
    return redirectWithToast(paths.coachingSession(id), { text: savedText(actor, office, input), tone: "ok" });
  } catch (error) {
    if (error instanceof ConflictError) {
      const two = readConflict(actor, { reason: "idempotency", sessionId: input.id, typed });
      const values = { ...typed.values, ...(two.version ? { version: two.version } : {}) };
      return conflict({ errors: {}, conflict: two.conflict, form: again({ typed: { ...typed, values } }) });
    }
    return invalid({ errors: ruleReply(error, parsed.reply, actor.locale).errors, form: again() });
  }
}

export default function NewCoachingSession() {
  const { form, drafts, resumedAt, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const data = reply?.form ?? form;
  const t = texts.sessionForm;
  return (
    <>
      <PageTitle title={texts.coaching.new} context={data.office.name} />
      {resumedAt && !reply ? (
        <p role="status" className="sheet mb-6 max-w-3xl border-l-4 border-l-mark p-4">
          {fill(t.draft.resumed, { time: resumedAt })}
        </p>
      ) : null}
      {reply ? null : <DraftNotice drafts={drafts} path={path} />}
      <SessionForm
        key={reply ? JSON.stringify(reply.form.people.map((one) => one.key)) + data.office.id : data.id}
        data={data}
        reply={reply}
      />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
