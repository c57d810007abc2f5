import { Form } from "@remix-run/react";
import type { Sent } from "~/i18n/translate";
import type { ReportPageData } from "../pages.server";

interface FinishReportProps {
  page: Pick<ReportPageData, "permissions">;
  t: Sent["reports"];
}

/** The page's one main action, for who may take it. */
export function FinishReport({ page, t }: FinishReportProps) {
  if (!page.permissions.finish) return null;
  return (
    <Form method="post">
      <button type="submit" name="intent" value="finish" className="button button-main" title={t.finishHelp}>
        {t.finish}
      </button>
    </Form>
  );
}
