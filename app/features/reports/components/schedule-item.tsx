import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import type { ShownSchedule } from "../schedule-page.server";
import { ScheduleForm } from "./schedule-form";

interface ScheduleItemProps {
  schedule: SerializeFrom<ShownSchedule>;
  reply: FormReply | undefined;
}

/** One schedule: when, to whom, what became of the last report, and how to change or stop it. */
export function ScheduleItem({ schedule, reply }: ScheduleItemProps) {
  const t = useTexts("schedules");
  const { last } = schedule;
  return (
    <li className="sheet grid gap-3 p-4 md:p-6">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-l">{schedule.title}</h2>
        <Form method="post">
          <input type="hidden" name="id" value={schedule.id} />
          <button type="submit" name="intent" value="stop" className="button button-quiet">
            {t.stop}
            <span className="sr-only"> : {schedule.title}</span>
          </button>
        </Form>
      </div>
      <p>
        {schedule.names} <span className="text-muted">· {schedule.office}</span>
      </p>
      {schedule.warning ? <p className="font-semibold text-warn">{schedule.warning}</p> : null}
      <p className="max-w-prose text-s text-muted">{schedule.next}</p>
      {last ? (
        <div>
          <p>
            <a href={paths.activityReport(last.id)} className="text-primary underline">
              {last.text}
            </a>
          </p>
          <ul className="list-disc pl-5 text-s">
            {last.mails.map(({ id, text, isWrong }) => (
              <li key={id} className={isWrong ? "font-semibold text-error" : ""}>
                {text}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="text-s text-muted">{t.none}</p>
      )}
      <details open={reply !== undefined}>
        <summary className="flex min-h-11 w-fit cursor-pointer items-center text-primary underline">{t.change}</summary>
        <ScheduleForm
          id={schedule.id}
          periods={[{ value: schedule.period, label: schedule.title }]}
          people={schedule.people}
          readers={schedule.readers}
          reply={reply}
        />
      </details>
    </li>
  );
}
