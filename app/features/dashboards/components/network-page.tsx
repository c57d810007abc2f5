import type { SerializeFrom } from "@remix-run/node";
import type { describeNetwork } from "~/features/dashboards/describe-network.server";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ColumnChart } from "~/ui/column-chart";
import { Empty } from "~/ui/empty";
import { ChartFrame, ChartTable } from "./chart-frame";
import { FigureList } from "./figure-list";
import { TopicChart } from "./topic-chart";

type Network = SerializeFrom<typeof describeNetwork>;

/** A network's year: totals and of how many offices, months, territories, offices side by side, pooled workshops. */
export function NetworkPage({ page }: { page: Network }) {
  const t = useTexts("network");
  const { columns } = useTexts("dashboard");
  const counts = [columns.sessions, columns.supports, columns.contact];
  return (
    <>
      <Choose choices={page.choices} />
      <p className="lead mb-8 text-xl leading-snug font-semibold text-balance">{page.sentence}</p>
      {page.isEmpty ? <Empty text={t.empty} /> : null}
      <div className="grid gap-10 [&>*]:min-w-0">
        <FigureList title={t.totals} figures={page.figures} help={page.help} />
        <section>
          <h2 className="mb-3 text-l">{t.months}</h2>
          <ChartFrame title={t.months} table={{ head: page.months.head, rows: page.months.table }}>
            <ColumnChart title={t.months} names={page.months.names} columns={page.months.columns} />
          </ChartFrame>
        </section>
        {page.isEmpty ? null : (
          <section className="grid gap-8 lg:grid-cols-2 print:grid-cols-2">
            <TopicChart title={t.themes} head={columns.theme} rows={page.themes} />
            <TopicChart title={t.channels} head={columns.channel} rows={page.channels} />
            {page.untold ? <p className="text-s text-muted lg:col-span-2 print:col-span-2">{page.untold}</p> : null}
          </section>
        )}
        {page.territories.length > 0 ? (
          <section>
            <h2 className="text-l">{t.territories}</h2>
            <ChartTable title={t.territories} head={[t.columns.territory, t.columns.active, ...counts]} rows={page.territories} />
          </section>
        ) : null}
        <Offices page={page} />
        <Pooled pooled={page.pooled} />
      </div>
    </>
  );
}

function Choose({ choices }: { choices: Network["choices"] }) {
  const t = useTexts("network").choose;
  return (
    <form method="get" className="mb-8 flex flex-wrap items-end gap-3 text-s print:hidden">
      {choices.network.options.length > 1 ? (
        <div className="grid gap-1">
          <label htmlFor="network">{t.network}</label>
          <select id="network" name="network" defaultValue={choices.network.value} className="input">
            {choices.network.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <div className="grid gap-1">
        <label htmlFor="year">{t.year}</label>
        <select id="year" name="year" defaultValue={choices.year.value} className="input">
          {choices.year.options.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button">
        {t.show}
      </button>
      <a href={paths.networkViews({ network: choices.network.value, year: choices.year.value })} className="button">
        {t.views}
      </a>
    </form>
  );
}

function Offices({ page }: { page: Network }) {
  const t = useTexts("network");
  const { columns } = useTexts("dashboard");
  const counts = [columns.sessions, columns.supports, columns.contact, columns.reached, columns.known];
  if (page.offices.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-l">{t.offices}</h2>
      <table className="list" role="table">
        <thead>
          <tr>
            <th scope="col">{columns.office}</th>
            {counts.map((column) => (
              <th key={column} scope="col" className="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.offices.map((office) => (
            <tr key={office.id}>
              <td>
                <a href={office.to} className="font-semibold">
                  {office.name}
                </a>
                {office.mark ? " " : null}
                {office.mark ? <span className="ml-2 text-s text-muted">{office.mark}</span> : null}
                {office.declareTo ? (
                  <a href={office.declareTo} aria-label={office.declareName} className="block w-fit py-2 text-s">
                    {t.declare}
                  </a>
                ) : null}
              </td>
              {office.cells.map((cell, place) => (
                <td key={counts[place]} className="number" data-label={counts[place]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 flex gap-3">
        {page.previous ? (
          <a href={page.previous} className="button">
            {t.previous}
          </a>
        ) : null}
        {page.next ? (
          <a href={page.next} className="button">
            {t.next}
          </a>
        ) : null}
      </p>
    </section>
  );
}

function Pooled({ pooled }: { pooled: Network["pooled"] }) {
  const t = useTexts("network");
  const { columns } = t;
  const heads = [columns.day, columns.owner, columns.offices, columns.seats, columns.present];
  // After the day and the owner, numbers.
  const firstCount = 2;
  return (
    <section>
      <h2 className="text-l">{t.pooled}</h2>
      <p className="mb-3 text-s text-muted">{pooled.length === 0 ? t.noPooled : t.pooledHelp}</p>
      {pooled.length === 0 ? null : (
        <table className="list" role="table">
          <thead>
            <tr>
              <th scope="col">{columns.workshop}</th>
              {heads.map((head, place) => (
                <th key={head} scope="col" className={place < firstCount ? undefined : "number"}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pooled.map((row) => (
              <tr key={row.id}>
                <td>
                  <a href={row.to}>{row.title}</a>
                </td>
                {row.cells.map((cell, place) => (
                  <td key={heads[place]} data-label={heads[place]} className={place < firstCount ? undefined : "number"}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
