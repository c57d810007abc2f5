import { Form } from "@remix-run/react";
import type { Sent } from "~/i18n/translate";
import { paths } from "~/paths";
import type { ReportPageData } from "../pages.server";

interface ReportActsProps {
  page: Pick<ReportPageData, "id" | "permissions">;
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
    <div className="mb-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-muted">{t.downloads}</span>
        {(["pdf", "slides", "docx", "xlsx"] as const).map((format) => (
          <a key={format} href={paths.reportDocument(page.id, format)} className="button" download>
            <span className="sr-only">{t.downloads} </span>
            {format === "slides" ? t.slides : format.toUpperCase()}
          </a>
        ))}
      </p>
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
