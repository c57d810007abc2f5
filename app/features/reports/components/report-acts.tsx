import { Form } from "@remix-run/react";
import type { Catalogue } from "~/i18n/translate";
import { paths } from "~/paths";
import type { ReportPageData } from "../pages.server";

interface ReportActsProps {
  page: Pick<ReportPageData, "id" | "permissions">;
  t: Catalogue["reports"];
}

/** The three files, and what is done with the whole report. */
export function ReportActs({ page, t }: ReportActsProps) {
  const { edit, finish, own } = page.permissions;
  const acts = [
    { intent: "refresh", label: t.refresh, isShown: edit },
    { intent: "keep", label: t.keep, isShown: own },
    { intent: "delete", label: t.remains, isShown: own },
  ].filter((one) => one.isShown);
  return (
    <>
      {(["pdf", "docx", "xlsx"] as const).map((format) => (
        <a key={format} href={paths.reportDocument(page.id, format)} className="button" download>
          {t.downloads} {format.toUpperCase()}
        </a>
      ))}
      <Form method="post" className="flex flex-wrap gap-2">
        {acts.map(({ intent, label }) => (
          <button key={intent} type="submit" name="intent" value={intent} className="button button-quiet">
            {label}
          </button>
        ))}
        {finish ? (
          <button type="submit" name="intent" value="finish" className="button button-main" title={t.finishHelp}>
            {t.finish}
          </button>
        ) : null}
      </Form>
    </>
  );
}
