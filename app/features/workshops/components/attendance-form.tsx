import { Form } from "@remix-run/react";
import { type FormEvent, useEffect, useState } from "react";
import type { TypedAttendance } from "~/features/workshops/attendance-page.server";
import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";
import { AttendanceList, type Attending } from "./attendance-list";

/** Made for a finger. */
const large = "button min-h-14 px-6";

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
  /** What stood in the way, and what was marked and typed. */
  reply: { typed: TypedAttendance; field: string; text: string } | undefined;
}

/** Who came: marks, walk-ins, a head-count; ends the workshop. */
export function AttendanceForm({ page, reply }: AttendanceFormProps) {
  const { attendance: t } = useTexts("workshops");
  const network = useNetwork();
  return (
    <Form method="post" className="grid gap-5" onSubmit={network.hold}>
      <input type="hidden" name="id" value={page.formId} />
      {network.isMissing ? (
        <p role="alert" className="font-semibold text-warn">
          {t.offline}
        </p>
      ) : null}
      {reply ? (
        <p role="alert" className="font-semibold text-error">
          {reply.text}
        </p>
      ) : null}
      {page.isHeld ? <p className="text-muted">{t.heldNote}</p> : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-l first-letter:uppercase">
          {[page.count, page.signing?.count].filter(Boolean).join(" · ")}
        </p>
        <button type="submit" name="intent" value="all" className={large}>
          {t.all}
        </button>
      </div>
      {page.signing ? <UnlockCode hasCode={page.signing.hasCode} /> : null}
      {page.people.length > 0 ? (
        <AttendanceList people={page.people} isSigned={page.signing !== null} marked={reply?.typed.presences} />
      ) : (
        <p className="text-muted">{t.empty}</p>
      )}
      <Others page={page} reply={reply} />
      {page.asksReason ? <Reason reply={reply} /> : null}
      <Ends {...page} />
    </Form>
  );
}

/** A room without network: nothing is sent, so that what is marked stays on the screen until it is back. */
function useNetwork() {
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const back = () => setMissing(false);
    addEventListener("online", back);
    return () => removeEventListener("online", back);
  }, []);
  const hold = (event: FormEvent) => {
    if (navigator.onLine) return;
    event.preventDefault();
    setMissing(true);
    scrollTo({ top: 0 });
  };
  return { isMissing, hold };
}

/** Saves the marks, or ends the workshop with them. */
function Ends({ isHeld, isRunning }: Pick<AttendanceFormProps["page"], "isHeld" | "isRunning">) {
  const { attendance: t } = useTexts("workshops");
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <button type="submit" name="intent" value="save" className={isHeld ? `${large} button-main` : large}>
          {t.save}
        </button>
        {isRunning ? (
          <button type="submit" name="intent" value="close" className={`${large} button-main`}>
            {t.close}
          </button>
        ) : null}
      </div>
      {isRunning ? <p className="text-s text-muted">{t.closeNote}</p> : null}
    </>
  );
}

/** People who are on no list: by name, or counted. */
function Others({ page, reply }: AttendanceFormProps) {
  const { attendance: t } = useTexts("workshops");
  return (
    <div className="grid gap-5 md:grid-cols-[1fr_14rem]">
      <label className="grid gap-1">
        <span className="font-semibold">{t.walkIns}</span>
        <span className="text-s text-muted">{t.walkInsHint}</span>
        <textarea name="walkIns" rows={4} className="input" defaultValue={reply?.typed.walkIns} />
      </label>
      <label className="grid content-start gap-1">
        <span className="font-semibold">{t.headCount}</span>
        <input name="headCount" inputMode="numeric" defaultValue={reply?.typed.headCount ?? page.headCount} className="input" />
      </label>
    </div>
  );
}

/** Why a held workshop is corrected, asked where a finished report told the day. */
function Reason({ reply }: Pick<AttendanceFormProps, "reply">) {
  const { attendance: t } = useTexts("workshops");
  const errors = reply?.field === "reportReason" ? [reply.text] : undefined;
  return (
    <div className="max-w-xl">
      <Field name="reportReason" label={t.reportReason} hint={t.reportReasonHint} errors={errors}>
        {(aria) => (
          <input {...aria} maxLength={300} autoComplete="off" className="input" defaultValue={reply?.typed.reportReason} />
        )}
      </Field>
    </div>
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
