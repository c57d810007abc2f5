import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

interface WorkshopActionsProps {
  workshopId: string;
  cancelNote: string;
  permissions: Record<"edit" | "publish" | "publishSeries" | "copy" | "cancel" | "sheet" | "certify" | "invite", boolean>;
  /** The day proposed for a copy. */
  nextYear: string;
  newId: string;
  hasCertificates: boolean;
}

/** What moves a workshop on: edit, publish, call off; cancelling says first who will be told. */
export function WorkshopActions({ workshopId, cancelNote, permissions, hasCertificates, nextYear, newId }: WorkshopActionsProps) {
  const { page: t, series } = useTexts("workshops");
  const state = paths.workshopState(workshopId);
  return (
    <div className="flex flex-wrap items-start gap-3">
      {permissions.publish ? (
        <Form method="post" action={state}>
          <button type="submit" name="intent" value="publish" className="button button-main" title={t.publishNote}>
            {t.publish}
          </button>
        </Form>
      ) : null}
      {permissions.publishSeries ? (
        <Form method="post" action={state}>
          <button type="submit" name="intent" value="publishSeries" className="button">
            {series.publishAll}
          </button>
        </Form>
      ) : null}
      {permissions.edit ? (
        <a href={paths.editWorkshop(workshopId)} className="button">
          {t.edit}
        </a>
      ) : null}
      {permissions.invite ? (
        <a href={paths.workshopInvitations(workshopId)} className="button">
          {t.invite}
        </a>
      ) : null}
      {permissions.publish ? (
        <Form method="post" action={state}>
          <button type="submit" name="intent" value="delete" className="button button-quiet">
            {t.delete}
          </button>
        </Form>
      ) : null}
      {permissions.copy ? <CopyForm workshopId={workshopId} nextYear={nextYear} newId={newId} /> : null}
      <Papers workshopId={workshopId} permissions={permissions} hasCertificates={hasCertificates} />
      {permissions.cancel ? (
        <details className="open:min-w-64">
          <summary className="button button-quiet list-none">{t.cancel}</summary>
          <Form method="post" action={state} className="sheet mt-2 grid max-w-md gap-3 p-4">
            <p>{cancelNote}</p>
            <label className="grid gap-1">
              {t.cancelReason}
              <textarea name="reason" rows={3} className="input" />
            </label>
            <div>
              <button type="submit" name="intent" value="cancel" className="button">
                {t.cancel}
              </button>
            </div>
          </Form>
        </details>
      ) : null}
    </div>
  );
}

type PapersProps = Pick<WorkshopActionsProps, "workshopId" | "permissions" | "hasCertificates">;

/** What is printed or sent: the sheet to sign, the certificates. */
function Papers({ workshopId, permissions, hasCertificates }: PapersProps) {
  const { certificates: t } = useTexts("workshops");
  return (
    <>
      {permissions.certify ? (
        <Form method="post" action={paths.workshopCertificates(workshopId)}>
          <button type="submit" className="button" title={t.note}>
            {t.issue}
          </button>
        </Form>
      ) : null}
      {hasCertificates ? (
        <a href={paths.workshopCertificatesFile(workshopId)} className="button" download>
          {t.open}
        </a>
      ) : null}
      {permissions.sheet ? (
        <a href={paths.workshopSheet(workshopId)} className="button button-quiet" download>
          {t.sheet}
        </a>
      ) : null}
    </>
  );
}

/** The same again, on another day. */
function CopyForm({ workshopId, nextYear, newId }: Pick<WorkshopActionsProps, "workshopId" | "nextYear" | "newId">) {
  const { copy: t } = useTexts("workshops");
  return (
    <details className="open:min-w-64">
      <summary className="button button-quiet list-none">{t.button}</summary>
      <Form method="post" action={paths.workshopCopy(workshopId)} className="sheet mt-2 grid max-w-md gap-3 p-4">
        <p>{t.intro}</p>
        <input type="hidden" name="id" value={newId} />
        <label className="grid gap-1">
          {t.on}
          <input type="date" name="on" defaultValue={nextYear} className="input" />
        </label>
        <div>
          <button type="submit" className="button">
            {t.button}
          </button>
        </div>
      </Form>
    </details>
  );
}
