import { useSubmit } from "@remix-run/react";
import { useRef } from "react";
import { fill, useTexts } from "~/i18n/use-texts";
import type { ActionState } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { useDragOrder } from "~/ui/use-drag-order";

export interface ActionLine {
  id: string;
  title: string;
  why: string;
  state: ActionState;
  stateText: string;
  isOpen: boolean;
  /** When, who, theme, how long, priority, resource: one line. */
  facts: string;
  session: { to: string; text: string } | null;
  isDraft: boolean;
  /** Seen or not, gestures done, messages: what moves without the step changing state. */
  life: string;
}

const icons = {
  proposed: "circle-question-mark",
  todo: "circle-dashed",
  doing: "circle-dot",
  blocked: "octagon-pause",
  done: "check",
  already_done: "check-check",
  not_relevant: "minus",
} as const;

/** A plan's actions in their order; each moved by its buttons or pulled by its grip, opened by its name. */
export function ActionList({ lines, canEdit }: { lines: ActionLine[]; canEdit: boolean }) {
  const list = useRef<HTMLOListElement>(null);
  const submit = useSubmit();
  const ids = lines.map((line) => line.id);
  const {
    grip,
    held,
    place: target,
  } = useDragOrder(list, ids, (id, before = "") =>
    submit({ before }, { method: "post", action: paths.actionPosition(id), preventScrollReset: true }),
  );
  return (
    <ol ref={list} className="sheet divide-y divide-rule">
      {lines.map((line, place) => (
        <li
          key={line.id}
          className={`flex flex-wrap items-start gap-x-4 gap-y-2 p-4 ${dropMark({ isHeld: held === line.id, place, target, count: lines.length })}`}
        >
          {canEdit ? (
            <span className="flex print:hidden">
              <span aria-hidden="true" className="grip script-only" {...grip(line.id)}>
                <Icon name="grip-vertical" size={20} />
              </span>
              <Pick line={line} />
            </span>
          ) : null}
          <ActionText line={line} canEdit={canEdit} />
          {canEdit && lines.length > 1 ? <Moves line={line} isFirst={place === 0} isLast={place === lines.length - 1} /> : null}
        </li>
      ))}
    </ol>
  );
}

/** How a row shows that it is held, or that what is held would stand before or after it. */
function dropMark({
  isHeld,
  place,
  target,
  count,
}: {
  isHeld: boolean;
  place: number;
  target: number | undefined;
  count: number;
}) {
  if (isHeld) return "is-held";
  if (target === place) return "drops-before";
  return target === count && place === count - 1 ? "drops-after" : "";
}

function ActionText({ line, canEdit }: { line: ActionLine; canEdit: boolean }) {
  const icon = icons[line.state];
  return (
    <div className="min-w-60 flex-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {canEdit ? (
          <a href={paths.action(line.id)} className="font-semibold">
            {line.title}
          </a>
        ) : (
          <span className="font-semibold">{line.title}</span>
        )}
        <span className={`chip ${line.isOpen ? "text-ink" : ""}`}>
          <Icon name={icon} size={14} />
          {line.stateText}
        </span>
        {line.isDraft ? <DraftChip /> : null}
      </p>
      {line.why ? <p>{line.why}</p> : null}
      {line.facts ? <p className="text-s text-muted">{line.facts}</p> : null}
      {line.life ? <p className="text-s text-muted">{line.life}</p> : null}
      {line.session ? (
        <a href={line.session.to} className="text-s">
          {line.session.text}
        </a>
      ) : null}
    </div>
  );
}

/** A tick that belongs to the form « Modifier les étapes cochées » below the list. */
function Pick({ line }: { line: ActionLine }) {
  const { batch: t } = useTexts("plans");
  return (
    <label className="flex min-h-11 min-w-11 items-center justify-center print:hidden">
      <span className="sr-only">{fill(t.pick, { title: line.title })}</span>
      <input type="checkbox" name="ids" value={line.id} form="batch" className="size-5 accent-primary" />
    </label>
  );
}

function DraftChip() {
  const { draft: t } = useTexts("plans");
  return (
    <span className="chip border-dashed text-ink">
      <Icon name="pencil-line" size={14} />
      {t.chip}
    </span>
  );
}

function Moves({ line, isFirst, isLast }: { line: ActionLine; isFirst: boolean; isLast: boolean }) {
  const t = useTexts("actionPlans");
  return (
    <form method="post" action={paths.actionPosition(line.id)} className="flex gap-1 print:hidden">
      <button
        type="submit"
        id={`up-${line.id}`}
        name="way"
        value="up"
        disabled={isFirst}
        aria-label={fill(t.up, { title: line.title })}
        className="button button-quiet scroll-m-[40vh] px-3 disabled:invisible"
      >
        <Icon name="arrow-up" size={20} />
      </button>
      <button
        type="submit"
        id={`down-${line.id}`}
        name="way"
        value="down"
        disabled={isLast}
        aria-label={fill(t.down, { title: line.title })}
        className="button button-quiet scroll-m-[40vh] px-3 disabled:invisible"
      >
        <Icon name="arrow-down" size={20} />
      </button>
    </form>
  );
}
