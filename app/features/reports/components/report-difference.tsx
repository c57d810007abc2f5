import type { Sent } from "~/i18n/translate";
import type { ShownTable } from "../describe.server";
import { ReportTable } from "./report-table";

interface ReportDifferenceProps {
  difference: { table: ShownTable; reasons: readonly { id: string; text: string }[] };
  t: Sent["reports"];
}

/** What a finished report says and what stands today, where they part, and why. */
export function ReportDifference({ difference, t }: ReportDifferenceProps) {
  return (
    <section aria-labelledby="difference" className="sheet mb-6 border-warn p-4 md:p-6">
      <h2 id="difference" className="text-l text-warn">
        {t.differenceTitle}
      </h2>
      <p className="mb-3">{t.differenceHelp}</p>
      {difference.table.rows.length > 0 ? (
        <ReportTable table={difference.table} />
      ) : (
        <p className="text-muted">{t.sameFigures}</p>
      )}
      {difference.reasons.length > 0 ? (
        <>
          <h3 className="mt-4 font-semibold">{t.reasonsTitle}</h3>
          <ul className="list-disc pl-5">
            {difference.reasons.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
