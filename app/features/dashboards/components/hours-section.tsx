import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import type { describeHours } from "~/features/dashboards/describe-hours.server";
import { useTexts } from "~/i18n/use-texts";
import { StackedBar } from "~/ui/stacked-bar";
import { FigureHelp } from "./figure-list";

/** Hours used against hours granted, in words and as a bar, then by facilitator. */
export function HoursSection({ hours, children }: { hours: SerializeFrom<typeof describeHours>; children?: ReactNode }) {
  const t = useTexts("dashboard");
  return (
    <section id="hours" className="dashboard-block scroll-mt-4">
      <h2 className="mb-2 text-l">{t.blocks.hours}</h2>
      <div className={children ? "print:grid print:grid-cols-2 print:gap-x-10" : undefined}>
        <div>
          <p className="mb-3">{hours.sentence}</p>
          <StackedBar
            title={t.hours.chart}
            parts={hours.parts}
            sum={{ value: hours.used, text: hours.usedText }}
            whole={{ value: hours.granted, text: hours.grantedText }}
          />
          <p className="mt-2 text-s text-muted">{hours.kilometres}</p>
          {hours.facilitators.length > 0 ? (
            <table className="figure-table mt-3 text-s" role="table">
              <thead>
                <tr>
                  <th scope="col">{t.columns.facilitator}</th>
                  {(["sessions", "contact", "used", "granted"] as const).map((column) => (
                    <th key={column} scope="col">
                      {column === "contact" ? t.hours.inSessions : t.columns[column]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {hours.facilitators.map((row) => (
                  <tr key={row.label}>
                    <td>
                      <a href={row.to}>{row.label}</a>
                    </td>
                    {(["sessions", "contact", "used", "granted"] as const).map((column) => (
                      <td key={column} className="max-sm:whitespace-normal">
                        {row[column]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
        </div>
        {children}
      </div>
      <FigureHelp help={hours.help} />
    </section>
  );
}
