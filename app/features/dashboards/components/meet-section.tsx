import type { SerializeFrom } from "@remix-run/node";
import type { describeToMeet } from "~/features/dashboards/describe-to-meet.server";
import { useTexts } from "~/i18n/use-texts";

/** Whom to meet next, each with the reason. */
export function MeetSection({ meet }: { meet: SerializeFrom<typeof describeToMeet> }) {
  const t = useTexts("dashboard");
  if (meet.rows.length === 0) return null;
  return (
    <section id="meet" className="dashboard-block scroll-mt-4">
      <h2 className="mb-3 text-l">{t.blocks.meet}</h2>
      <ul className="grid gap-x-12 gap-y-3 lg:grid-cols-2 print:grid-cols-3">
        {meet.rows.map((row) => (
          <li key={row.id}>
            <p>
              <a href={row.to} className="font-semibold">
                {row.name}
              </a>
              <span className="text-s text-muted"> {row.place}</span>
            </p>
            <p className="text-s">{row.reasons}</p>
          </li>
        ))}
      </ul>
      {meet.more ? (
        <p className="mt-3 print:hidden">
          <a href={meet.more} className="inline-flex min-h-11 items-center">
            {t.meet.more}
          </a>
        </p>
      ) : null}
    </section>
  );
}
