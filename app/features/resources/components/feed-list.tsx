import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import { LeaveButton } from "./leave-button";

interface FeedRow {
  id: string;
  title: string;
  url: string;
  error: string;
  context: string;
}

/** The feeds that an office follows, and a button that ends each. */
export function FeedList({ rows }: { rows: FeedRow[] }) {
  const { feedsPage: t } = useTexts("library");
  return (
    <ul className="sheet divide-y divide-rule">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
          <div className="min-w-0 flex-[1_1_16rem]">
            <p className="font-semibold">{row.title}</p>
            <p className="text-s wrap-anywhere">{row.url}</p>
            {row.error ? (
              <p className="text-warn">
                <Icon name="triangle-exclamation-point" size={16} className="mr-1 inline" />
                {row.error}
              </p>
            ) : null}
            <p className="text-s text-muted">{row.context}</p>
          </div>
          <form method="post">
            <LeaveButton id={row.id} title={row.title} t={t} />
          </form>
        </li>
      ))}
    </ul>
  );
}
