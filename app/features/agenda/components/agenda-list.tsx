import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import type { AgendaDay, AgendaLine } from "../lines.server";

import { kindIcons, kindTones } from "./kind-icons";

interface AgendaListProps {
  days: AgendaDay[];
  /** Several people's agendas: each row says whose. */
  isTeam: boolean;
}

/** The agenda as a list, a table a day: everything that the grid does, without it. */
export function AgendaList({ days, isTeam }: AgendaListProps) {
  const { columns } = useTexts("agenda");
  return (
    <div className="grid gap-6">
      {days.map((day) => (
        <section key={day.day} aria-labelledby={`day-${day.day}`}>
          <h2 id={`day-${day.day}`} className="mb-2 text-l first-letter:uppercase">
            {day.label}
          </h2>
          <table className="sheet list" role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  {columns.hour}
                </th>
                <th role="columnheader" scope="col">
                  {columns.what}
                </th>
                {isTeam ? (
                  <th role="columnheader" scope="col" className="md:w-44">
                    {columns.who}
                  </th>
                ) : null}
                <th role="columnheader" scope="col" className="md:w-32">
                  {columns.state}
                </th>
                <th role="columnheader" scope="col" className="md:w-32">
                  {columns.act}
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {day.lines.map((line) => (
                <Row key={line.key} line={line} isTeam={isTeam} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

function Row({ line, isTeam }: { line: AgendaLine; isTeam: boolean }) {
  const { one } = useTexts("agenda");
  return (
    <tr role="row">
      <td role="cell" className="whitespace-nowrap tabular-nums md:w-44">
        {line.hours}
      </td>
      <td role="cell">
        {line.to ? (
          <a href={line.to} className="font-semibold text-ink">
            {line.title}
          </a>
        ) : (
          <span className="font-semibold">{line.title}</span>
        )}
        <p className="flex flex-wrap items-center gap-x-1.5 text-s text-muted">
          <Icon name={kindIcons[line.kind]} size={16} className={kindTones[line.kind]} />
          {[line.kindLabel, line.context].filter(Boolean).join(" · ")}
        </p>
      </td>
      {isTeam ? <td role="cell">{line.person}</td> : null}
      <td role="cell">{line.state ? <span className="chip">{line.state}</span> : null}</td>
      <td role="cell" className="md:w-32">
        {line.move ? (
          <a
            href={line.move.to}
            className="inline-flex min-h-11 items-center md:min-h-0"
            aria-label={one.moveOf.replace("{{name}}", line.move.name)}
          >
            {one.move}
          </a>
        ) : null}
      </td>
    </tr>
  );
}
