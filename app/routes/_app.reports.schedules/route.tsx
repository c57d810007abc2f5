import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ScheduleForm } from "~/features/reports/components/schedule-form";
import { ScheduleItem } from "~/features/reports/components/schedule-item";
import { actOnSchedules, describeSchedules } from "~/features/reports/schedule-page.server";
import { ruleReply, typedValues } from "~/http/form.server";
import { answering, forbidden, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { formKey } from "~/ui/form-key";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.schedules.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "report.schedule")) throw forbidden();
  return json({ id: newId(), ...describeSchedules(actor), texts: textsOf(actor.locale, "schedules") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "report.schedule")) throw forbidden();
  const posted = await asked.request.formData();
  try {
    const { said, reply } = await answering(() => actOnSchedules(actor, posted));
    return reply ? invalid(reply) : redirectWithToast(paths.reportPage("schedules"), { text: said, tone: "ok" });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return invalid(ruleReply(error, { errors: {}, values: typedValues(posted) }, actor.locale));
  }
}

export default function ReportSchedules() {
  const { id, schedules, periods, people, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.schedules;
  const isChange = reply?.values.intent === "change";
  return (
    <>
      <PageTitle title={t.title} context={t.context} />
      {schedules.length === 0 ? <p className="mb-6 max-w-prose text-muted">{t.empty}</p> : null}
      <ul className="mb-8 grid max-w-3xl gap-4">
        {schedules.map((schedule) => (
          <ScheduleItem
            key={schedule.id}
            schedule={schedule}
            reply={isChange && reply?.values.id === schedule.id ? reply : undefined}
          />
        ))}
      </ul>
      <section aria-labelledby="add" className="sheet max-w-3xl p-4 md:p-6">
        <h2 id="add" className="mb-3 text-l">
          {t.add}
        </h2>
        <ScheduleForm
          key={formKey(id, isChange ? undefined : reply)}
          id={id}
          periods={periods}
          people={people}
          reply={isChange ? undefined : reply}
        />
      </section>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
