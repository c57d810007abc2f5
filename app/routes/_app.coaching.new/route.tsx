import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { logCoachingSession } from "~/features/coaching/commands.server";
import { SessionForm } from "~/features/coaching/components/session-form";
import { sessionSchema } from "~/features/coaching/form";
import { readSessionForm } from "~/features/coaching/form-data.server";
import { pickedIds, readIntent, typedValues } from "~/features/coaching/intent";
import { getWorkplace } from "~/features/organisations/queries.server";
import { parseFields, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";

export const meta = () => [{ title: "Nouvelle séance · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "coaching.log"));
  const provider = new URL(asked.request.url).searchParams.get("provider");
  const values = { heldOn: dayIn(office.zone, now()) };
  const form = readSessionForm(actor, { id: newId(), office, providerIds: provider ? [provider] : [], values });
  return json({ form, texts: textsOf(actor.locale, "coaching") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const intent = readIntent(fields.get("intent"));
  const workplace = await answering(() => getWorkplace(actor, "coaching.log"));
  const again = {
    id: String(fields.get("id")),
    office: workplace,
    providerIds: pickedIds(fields, intent),
    values: typedValues(fields),
  };
  if (intent.kind !== "save") {
    return json({ errors: {}, form: readSessionForm(actor, { ...again, isSearching: intent.kind === "search" }) });
  }
  const parsed = parseFields(fields, sessionSchema, actor.locale);
  if (!parsed.isValid) return invalid({ errors: parsed.reply.errors, form: readSessionForm(actor, again) });
  try {
    const office = authorize(actor, "coaching.log", { ...workplace, ownerId: workplace.id });
    const { id } = logCoachingSession(actor, office, parsed.value);
    const text = translator(actor.locale)("coaching:form.saved");
    return redirectWithToast(paths.coachingSession(id), { text, tone: "ok" });
  } catch (error) {
    return invalid({ errors: ruleReply(error, parsed.reply, actor.locale).errors, form: readSessionForm(actor, again) });
  }
}

export default function NewCoachingSession() {
  const { form, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const data = reply?.form ?? form;
  return (
    <>
      <PageTitle title={texts.coaching.new} />
      <SessionForm key={reply ? "again" : "first"} data={data} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
