import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import type { IconName } from "~/ui/icon-names";

/** Something that happened with a provider: every text made by the loader. */
export interface TimelineLine {
  key: string;
  kind: "session" | "answer" | "change" | "message";
  day: string;
  title: string;
  to?: string | undefined;
  /** Who, how long, by which way. */
  context: string;
  text: string;
  /** For the facilitators of the office alone; empty for others. */
  privateText: string;
}

const icons: Record<TimelineLine["kind"], IconName> = {
  session: "footprints",
  answer: "calendar-check",
  change: "pencil-line",
  message: "message-circle",
};

/** The trail behind: what happened with a provider, the newest first. */
export function Timeline({ lines }: { lines: TimelineLine[] }) {
  const { timeline } = useTexts("records");
  return (
    <ol className="border-l-2 border-rule">
      {lines.map((line) => (
        <li key={line.key} className="relative pb-6 pl-6">
          <Mark kind={line.kind} word={timeline.kinds[line.kind]} />
          <p className="text-s text-muted">{[line.day, line.context].filter(Boolean).join(" · ")}</p>
          <p className={isStep(line.kind) ? "font-semibold" : ""}>{line.to ? <a href={line.to}>{line.title}</a> : line.title}</p>
          {line.text ? <p className="whitespace-pre-wrap text-s [overflow-wrap:anywhere]">{line.text}</p> : null}
          {line.privateText ? (
            <p className="mt-1 whitespace-pre-wrap border-l-4 border-dashed border-control pl-3 text-s [overflow-wrap:anywhere]">
              <span className="text-muted">{timeline.privateNote} : </span>
              {line.privateText}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** Sessions and messages are the steps of the trail; edits and answers stand aside. */
const isStep = (kind: TimelineLine["kind"]) => kind === "session" || kind === "message";

function Mark({ kind, word }: { kind: TimelineLine["kind"]; word: string }) {
  const icon = icons[kind];
  const colours = isStep(kind) ? "bg-mark text-on-mark border-ink" : "border-rule bg-surface text-muted";
  return (
    <span className={`absolute -left-[15px] top-0 grid size-7 place-items-center rounded-full border ${colours}`}>
      <Icon name={icon} size={16} />
      <span className="sr-only">{word}</span>
    </span>
  );
}
