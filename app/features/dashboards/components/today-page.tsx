import type { ReactNode } from "react";
import type { SessionLine } from "~/features/coaching/components/session-table";
import { SessionTable } from "~/features/coaching/components/session-table";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { Icon } from "~/ui/icon";

export interface TodayLine {
  id: string;
  to: string;
  title: string;
  context: string;
  phone?: { to: string; text: string };
  /** What one may do of it beside. */
  more?: { to: string; label: string; name: string };
  /** One tap, and the line is done with. */
  done?: { action: string; label: string; name: string };
}

export interface TodayData {
  since: string;
  /** The news that one has not read, with their page. */
  unread?: { to: string; text: string } | undefined;
  /** Resources of the office to read again, with their page. */
  review?: { to: string; text: string } | undefined;
  messages: TodayLine[];
  news: TodayLine[];
  /** Appointments of the coming days, those over that wait to be logged, and what providers ask of their data. */
  next: TodayLine[];
  toLog: TodayLine[];
  requests: TodayLine[];
  toComplete: SessionLine[];
  toContact: TodayLine[];
  toCall: TodayLine[];
  hours: { text: string; share?: number | undefined };
  recent: SessionLine[];
}

/** « Aujourd’hui » (look.md): what changed, what waits; an empty block is left out. */
export function TodayPage({ data, create }: { data: TodayData; create: ReactNode }) {
  const t = useTexts("today");
  const waits = [data.messages, data.requests, data.next, data.toLog, data.news, data.toComplete, data.toContact, data.toCall];
  const isCalm = waits.every((lines) => lines.length === 0);
  const doors = [data.unread, data.review].filter((one) => one !== undefined);
  if (isCalm && data.recent.length === 0 && doors.length === 0) return <Empty text={t.empty} action={create} />;
  return (
    <div className="grid gap-8">
      <Hours hours={data.hours} />
      {doors.length > 0 ? (
        <div className="flex flex-wrap gap-x-8">
          <Door door={data.unread} icon="bell" />
          <Door door={data.review} icon="book-open" />
        </div>
      ) : null}
      {isCalm ? <p className="text-muted">{t.calm}</p> : null}
      <div className="grid gap-8 empty:hidden xl:grid-cols-2">
        <Block title={t.messages} lines={data.messages} isMarked />
        <Block title={t.requests} lines={data.requests} isMarked />
        <Block title={t.next} lines={data.next} />
        <Block title={t.toLog} lines={data.toLog} />
        <Block title={data.since} lines={data.news} />
        <Block title={t.toCall} lines={data.toCall} />
        <Block title={t.toContact} lines={data.toContact} />
      </div>
      <Sessions title={t.toComplete} rows={data.toComplete} />
      <Sessions title={t.recent} rows={data.recent}>
        <a href={paths.coaching()} className="inline-flex min-h-11 items-center">
          {t.all}
        </a>
      </Sessions>
    </div>
  );
}

/** A way to a page of its own, with how much waits there. */
function Door({ door, icon }: { door: { to: string; text: string } | undefined; icon: "bell" | "book-open" }) {
  if (!door) return null;
  return (
    <a href={door.to} className="inline-flex min-h-11 items-center gap-2">
      <Icon name={icon} size={18} />
      {door.text}
    </a>
  );
}

function Hours({ hours }: { hours: TodayData["hours"] }) {
  return (
    <div className="max-w-xl">
      <p className="text-s">
        <a href={paths.dashboardMine()} className="inline-flex min-h-11 items-center">
          {hours.text}
        </a>
      </p>
      {hours.share === undefined ? null : (
        <svg viewBox="0 0 200 4" preserveAspectRatio="none" className="mt-1 h-2 w-full" aria-hidden="true">
          <rect width="200" height="4" className="fill-rule" />
          <rect width={200 * hours.share} height="4" className="fill-primary" />
        </svg>
      )}
    </div>
  );
}

function Block({ title, lines, isMarked }: { title: string; lines: TodayLine[]; isMarked?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <section className="min-w-0">
      <h2 className="mb-3 text-l">{title}</h2>
      <ul className={`sheet divide-y divide-rule ${isMarked ? "border-l-8 border-l-mark" : ""}`}>
        {lines.map((line) => (
          <li key={line.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <a href={line.to} className="font-semibold">
                {line.title}
              </a>
              <p className="whitespace-pre-line text-s text-muted wrap-anywhere">{line.context}</p>
              {line.phone ? (
                <a href={line.phone.to} className="inline-flex min-h-11 items-center">
                  {line.phone.text}
                </a>
              ) : null}
            </div>
            {line.more ? (
              <a href={line.more.to} className="button" aria-label={line.more.name}>
                {line.more.label}
              </a>
            ) : null}
            {line.done ? (
              <form method="post" action={line.done.action}>
                <button type="submit" className="button" aria-label={line.done.name}>
                  {line.done.label}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sessions({ title, rows, children }: { title: string; rows: SessionLine[]; children?: ReactNode }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3 text-l">{title}</h2>
      <SessionTable rows={rows} />
      {children}
    </section>
  );
}
