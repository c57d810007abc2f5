import { fill } from "~/i18n/use-texts";

/** What lets one line of the watch go: a feed no longer followed, a proposal not kept. */
export function LeaveButton({ id, title, t }: { id: string; title: string; t: { leave: string; leaveOne: string } }) {
  return (
    <button type="submit" name="leave" value={id} className="button" aria-label={fill(t.leaveOne, { title })}>
      {t.leave}
    </button>
  );
}
