import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { correctCoachingSession } from "~/features/coaching/commands.server";
import { DraftNotice } from "~/features/coaching/components/draft-notice";
import { SessionForm } from "~/features/coaching/components/session-form";
import { listUnsaved, resumeDraft } from "~/features/coaching/drafts.server";
import { readSessionForm } from "~/features/coaching/form-data.server";
import { isSaving } from "~/features/coaching/intent";
import { parseSession, readConflict, readPosted } from "~/features/coaching/posted-session.server";
import { getCoachingSession } from "~/features/coaching/queries.server";
import { readKnownNames, typedFromSaved } from "~/features/coaching/saved-session.server";
import { ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { fill } from "~/i18n/use-texts";
import { ConflictError, NotFoundError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.sessionForm.editTitle);

function readSession(actor: Actor, sessionId: string) {
  const saved = getCoachingSession(actor, sessionId, "coaching.correct");
  if (saved.kind === "other_work") throw new NotFoundError("coachingSession");
  const path = paths.editCoachingSession(saved.id);
  return { saved: authorize(actor, "coaching.correct", saved), path, known: readKnownNames(saved.id) };
}

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { saved, path, known } = await answering(() => readSession(actor, asked.params.sessionId ?? ""));
  const draft = new URL(asked.request.url).searchParams.get("draft");
  const resumed = resumeDraft(actor, path, draft);
  const fields = new FormData();
  fields.set("ownerId", saved.ownerId);
  const place = await answering(() => readPosted(actor, fields));
  return json({
    form: readSessionForm(actor, { ...place, typed: resumed?.typed ?? typedFromSaved(saved), id: saved.id, known, path }),
    drafts: listUnsaved(actor, path, draft ?? undefined),
    resumedAt: resumed?.time,
    texts: textsOf(actor.locale, "coaching", "sessionForm", "acts"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const { saved, path, known } = await answering(() => readSession(actor, asked.params.sessionId ?? ""));
  const fields = await asked.request.formData();
  fields.set("id", saved.id);
  fields.set("ownerId", saved.ownerId);
  const posted = await answering(() => readPosted(actor, fields));
  const { typed } = posted;
  const again = (more = {}) => readSessionForm(actor, { ...posted, id: saved.id, known, path, ...more });
  if (!isSaving(posted.intent)) return json({ errors: {}, form: again() });
  const parsed = parseSession(actor, posted);
  if (!parsed.isValid) return invalid({ errors: parsed.reply.errors, form: again() });
  try {
    const { id } = await answering(() => correctCoachingSession(actor, saved, parsed.value));
    return redirectWithToast(paths.coachingSession(id), { text: translator(actor.locale)("sessionForm:corrected"), tone: "ok" });
  } catch (error) {
    if (error instanceof ConflictError) {
      const two = readConflict(actor, { reason: "version", sessionId: saved.id, typed });
      const values = { ...typed.values, version: two.version ?? "" };
      return conflict({ errors: {}, conflict: two.conflict, form: again({ typed: { ...typed, values } }) });
    }
    return invalid({ errors: ruleReply(error, parsed.reply, actor.locale).errors, form: again() });
  }
}

export default function EditCoachingSession() {
  const { form, drafts, resumedAt, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const data = reply?.form ?? form;
  const t = texts.sessionForm;
  return (
    <>
      <PageTitle title={t.editTitle} context={data.office.name} />
      {resumedAt && !reply ? (
        <p role="status" className="sheet mb-6 max-w-3xl border-l-4 border-l-mark p-4">
          {fill(t.draft.resumed, { time: resumedAt })}
        </p>
      ) : null}
      {reply ? null : <DraftNotice drafts={drafts} path={data.path} />}
      <SessionForm key={`${data.path} ${reply ? data.values.version : "first"}`} data={data} reply={reply} />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
