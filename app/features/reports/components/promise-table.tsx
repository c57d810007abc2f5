import type { ShownPromise } from "~/features/reports/agreements.server";
import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

/** What is promised: the figure, by when, how much, how far. Lines under each other on a narrow screen. */
export function PromiseTable({ promises, title }: { promises: readonly ShownPromise[]; title: string }) {
  const { columns: t } = useTexts("agreements");
  return (
    <div className="sheet">
      <table className="list" role="table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t.promised}</th>
            <th scope="col">{t.endsOn}</th>
            <th scope="col">{t.target}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {promises.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={row.to} className="font-semibold">
                  {row.name}
                </a>
                <span className="block text-s text-muted lg:whitespace-nowrap">{row.period}</span>
              </td>
              <td data-label={t.endsOn} className="md:whitespace-nowrap">
                {row.by}
              </td>
              <td data-label={t.target} className="tabular-nums">
                {row.target}
              </td>
              <td data-label={t.value} className="whitespace-nowrap tabular-nums">
                {`${row.value} (${row.share})`}
              </td>
              <td data-label={t.state}>
                {row.isWarning ? (
                  <span className="inline-flex items-center gap-1.5 font-semibold text-warn">
                    <Icon name="triangle-exclamation-point" size={16} />
                    {row.pace}
                  </span>
                ) : (
                  row.pace
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
