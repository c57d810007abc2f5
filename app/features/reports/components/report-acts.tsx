import { Form } from "@remix-run/react";
import type { Sent } from "~/i18n/translate";
import { paths } from "~/paths";
import type { ReportPageData } from "../pages.server";

interface ReportActsProps {
  page: Pick<ReportPageData, "id" | "permissions" | "hidesSmall">;
  t: Sent["reports"];
}

/** The documents, and what is done with the whole report. */
export function ReportActs({ page, t }: ReportActsProps) {
  const { edit, own } = page.permissions;
  const acts = [
    { intent: "refresh", label: t.refresh, isShown: edit },
    { intent: "keep", label: t.keep, isShown: own },
    { intent: "delete", label: t.remains, isShown: own },
  ].filter((one) => one.isShown);
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
      <div className="max-w-prose">
        <Documents id={page.id} t={t} label={t.downloads} audience={undefined} />
        {page.hidesSmall ? (
          <>
            <p className="mt-1 text-s text-muted">{t.audiences.outside.help}</p>
            <details>
              <summary className="flex min-h-11 cursor-pointer items-center text-primary underline">
                {t.audiences.office.label}
              </summary>
              <p className="mb-2 text-s text-muted">{t.audiences.office.help}</p>
              <Documents id={page.id} t={t} label={t.audiences.office.name} audience="office" />
            </details>
          </>
        ) : null}
      </div>
      <Form method="post" className="flex flex-wrap gap-2">
        {acts.map(({ intent, label }) => (
          <button key={intent} type="submit" name="intent" value={intent} className="button button-quiet">
            {label}
          </button>
        ))}
      </Form>
    </div>
  );
}

interface DocumentsProps extends Pick<ReportActsProps, "t"> {
  id: string;
  label: string;
  audience: "office" | undefined;
}

/** The report as files, for one kind of readers. */
function Documents({ id, t, label, audience }: DocumentsProps) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className={audience ? "sr-only" : "text-muted"}>{label}</span>
      {(["pdf", "slides", "docx", "xlsx"] as const).map((format) => (
        <a key={format} href={paths.reportDocument(id, format, { audience })} className="button" download>
          <span className="sr-only">{label} </span>
          {format === "slides" ? t.slides : format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
