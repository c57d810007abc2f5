import { Form } from "@remix-run/react";
import { Copy, PenLine, Trash2 } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

/** Correct, do again, delete: what its facilitators do with a session. Deleting asks nothing, since it can be undone. */
export function SessionActions({ sessionId }: { sessionId: string }) {
  const { page: t } = useTexts("sessionForm");
  return (
    <>
      <a href={paths.editCoachingSession(sessionId)} className="button">
        <PenLine aria-hidden size={18} />
        {t.edit}
      </a>
      <a href={paths.newCoaching({ from: sessionId })} className="button">
        <Copy aria-hidden size={18} />
        {t.redo}
      </a>
      <Form method="post" action={paths.coachingDeletion(sessionId)}>
        <button type="submit" className="button">
          <Trash2 aria-hidden size={18} />
          {t.remove}
        </button>
      </Form>
    </>
  );
}
