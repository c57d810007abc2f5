import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { SummaryForm } from "~/features/coaching/components/summary-form";
import { sendSummary } from "~/features/coaching/summary.commands.server";
import { summarySchema } from "~/features/coaching/summary.form";
import { getSessionToSummarise, readSummaryPage } from "~/features/coaching/summary-page.server";
import { errorText, parseFields, ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { ConflictError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.coachingLog.summary.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const session = await answering(() => getSessionToSummarise(actor, asked.params.sessionId ?? ""));
  const language = new URL(asked.request.url).searchParams.get("language");
  return json({
    form: readSummaryPage(actor, session, { language }),
    texts: textsOf(actor.locale, "coachingLog"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const session = await answering(() => getSessionToSummarise(actor, asked.params.sessionId ?? ""));
  const fields = await asked.request.formData();
  const text = (name: string) => String(fields.get(name) ?? "");
  const typed = { id: text("id"), contacts: fields.getAll("contacts").map(String), subject: text("subject"), body: text("body") };
  const again = () => readSummaryPage(actor, session, { typed });
  if (text("intent") === "print") return json({ errors: {}, form: again() });
  const parsed = parseFields(fields, summarySchema, actor.locale);
  if (!parsed.isValid) return invalid({ errors: parsed.reply.errors, form: again() });
  try {
    const { count } = sendSummary(actor, session, parsed.value);
    const done = translator(actor.locale)("coachingLog:summary.sent", { count });
    return redirectWithToast(paths.coachingSession(session.id), { text: done, tone: "ok" });
  } catch (error) {
    if (error instanceof ConflictError) {
      const form = readSummaryPage(actor, session, { typed: { ...typed, id: newId() } });
      return conflict({ errors: { "": [errorText(actor.locale, "sentAlready")] }, form });
    }
    return invalid({ errors: ruleReply(error, parsed.reply, actor.locale).errors, form: again() });
  }
}

export default function SessionSummary() {
  const { form, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.coachingLog.summary;
  const data = reply?.form ?? form;
  return (
    <>
      <div className="print:hidden">
        <PageTitle title={t.title} context={`${data.day}. ${t.intro}`} />
      </div>
      <SummaryForm key={`${data.language}${reply ? "again" : ""}`} data={data} errors={reply?.errors ?? {}} />
      {data.sent.length > 0 ? (
        <section className="mt-8 print:hidden">
          <h2 className="text-l">{t.already}</h2>
          <ul className="mt-2">
            {data.sent.map((one) => (
              <li key={one.id}>{one.text}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
