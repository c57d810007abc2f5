import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { QuickEntryForm } from "~/features/coaching/components/quick-entry-form";
import { logCalls } from "~/features/coaching/quick-entry.commands.server";
import { quickEntrySchema } from "~/features/coaching/quick-entry.form";
import { readQuickEntry, readTyped, resolveCalls } from "~/features/coaching/quick-entry.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { errorText, parseFields, ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.coachingLog.quick.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "coaching.log"));
  return json({ form: readQuickEntry(actor, office), texts: textsOf(actor.locale, "coaching", "coachingLog") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const workplace = await answering(() => getWorkplace(actor, "coaching.log", String(fields.get("ownerId"))));
  const parsed = parseFields(fields, quickEntrySchema, actor.locale);
  const typed = readTyped(parsed.reply.values);
  if (fields.get("intent") === "more") {
    return json({ errors: {}, form: readQuickEntry(actor, workplace, { ...typed, more: true }) });
  }
  if (!parsed.isValid) return invalid({ errors: parsed.reply.errors, form: readQuickEntry(actor, workplace, typed) });
  const { heldOn, channel, id } = parsed.value;
  const { calls, choices, errors } = resolveCalls(actor, workplace, parsed.value);
  if (Object.keys(errors).length > 0) {
    return invalid({ errors, form: readQuickEntry(actor, workplace, { ...typed, choices }) });
  }
  try {
    const office = authorize(actor, "coaching.log", { ...workplace, ownerId: workplace.id });
    const { count } = logCalls(actor, office, { id, heldOn, channel, calls });
    const text = translator(actor.locale)("coachingLog:quick.saved", { count });
    return redirectWithToast(paths.coaching(), { text, tone: "ok" });
  } catch (error) {
    const form = readQuickEntry(actor, workplace, typed);
    if (error instanceof ConflictError) return conflict({ errors: { "": [errorText(actor.locale, "callsAlready")] }, form });
    const reply = ruleReply(error, parsed.reply, actor.locale);
    return invalid({ errors: reply.errors, form });
  }
}

export default function QuickEntry() {
  const { form, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.coachingLog.quick;
  const data = reply?.form ?? form;
  return (
    <>
      <PageTitle title={t.title} context={data.office} />
      <p className="mb-4 max-w-prose text-muted">{t.intro}</p>
      <QuickEntryForm key={data.rows.length} data={data} errors={reply?.errors ?? {}} />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
