import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";

interface SessionActionsProps {
  sessionId: string;
  planTo: string | undefined;
  /** Its day is in a finished report: deleting it says why. */
  isReported: boolean;
}

/** Correct, do again, delete: what its facilitators do with a session. Deleting asks nothing, since it can be undone. */
export function SessionActions({ sessionId, planTo, isReported }: SessionActionsProps) {
  const { page: t, deleteReason } = useTexts("sessionForm");
  return (
    <>
      <a href={paths.editCoachingSession(sessionId)} className="button">
        <Icon name="pen-line" size={18} />
        {t.edit}
      </a>
      <a href={paths.newCoaching({ from: sessionId })} className="button">
        <Icon name="copy" size={18} />
        {t.redo}
      </a>
      {planTo ? (
        <a href={planTo} className="button">
          <Icon name="list-checks" size={18} />
          {t.startPlan}
        </a>
      ) : null}
      <Form method="post" action={paths.coachingDeletion(sessionId)} className="flex flex-wrap items-end gap-2">
        {isReported ? (
          <label className="grid text-s">
            {deleteReason}
            <input name="reportReason" required maxLength={300} className="input" autoComplete="off" />
          </label>
        ) : null}
        <button type="submit" className="button">
          <Icon name="trash" size={18} />
          {t.remove}
        </button>
      </Form>
    </>
  );
}
