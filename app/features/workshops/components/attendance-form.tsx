import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { AttendanceList, type Attending } from "./attendance-list";

interface AttendanceFormProps {
  page: {
    formId: string;
    isHeld: boolean;
    isRunning: boolean;
    /** A finished report told this day. */
    asksReason: boolean;
    count: string;
    headCount: number;
    people: Attending[];
    signing: { hasCode: boolean; count: string } | null;
  };
}

/** Who came: marks, walk-ins, a head-count; ends the workshop. */
export function AttendanceForm({ page }: AttendanceFormProps) {
  const { attendance: t } = useTexts("workshops");
  const large = "button min-h-14 px-6";
  return (
    <Form method="post" className="grid gap-5">
      <input type="hidden" name="id" value={page.formId} />
      {page.isHeld ? <p className="text-muted">{t.heldNote}</p> : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-l">
          {[page.count, page.signing?.count].filter(Boolean).join(" · ")}
        </p>
        <button type="submit" name="intent" value="all" className={large}>
          {t.all}
        </button>
      </div>
      {page.signing ? <UnlockCode hasCode={page.signing.hasCode} /> : null}
      {page.people.length > 0 ? (
        <AttendanceList people={page.people} isSigned={page.signing !== null} />
      ) : (
        <p className="text-muted">{t.empty}</p>
      )}
      <div className="grid gap-5 md:grid-cols-[1fr_14rem]">
        <label className="grid gap-1">
          <span className="font-semibold">{t.walkIns}</span>
          <span className="text-s text-muted">{t.walkInsHint}</span>
          <textarea name="walkIns" rows={4} className="input" />
        </label>
        <label className="grid content-start gap-1">
          <span className="font-semibold">{t.headCount}</span>
          <input name="headCount" inputMode="numeric" defaultValue={page.headCount} className="input" />
        </label>
      </div>
      {page.asksReason ? (
        <label className="grid max-w-xl gap-1">
          <span className="font-semibold">{t.reportReason}</span>
          <span className="text-s text-muted">{t.reportReasonHint}</span>
          <input name="reportReason" required maxLength={300} autoComplete="off" className="input" />
        </label>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <button type="submit" name="intent" value="save" className={page.isHeld ? `${large} button-main` : large}>
          {t.save}
        </button>
        {page.isRunning ? (
          <button type="submit" name="intent" value="close" className={`${large} button-main`}>
            {t.close}
          </button>
        ) : null}
      </div>
      {page.isRunning ? <p className="text-s text-muted">{t.closeNote}</p> : null}
    </Form>
  );
}

function UnlockCode({ hasCode }: { hasCode: boolean }) {
  const t = useTexts("signing");
  return (
    <label className="grid max-w-xl gap-1">
      <span className="font-semibold">{t.choose}</span>
      <span className="text-s text-muted">{hasCode ? t.known : t.chooseHint}</span>
      <input name="code" inputMode="numeric" pattern="\d{4,8}" maxLength={8} autoComplete="off" className="input max-w-40" />
    </label>
  );
}
