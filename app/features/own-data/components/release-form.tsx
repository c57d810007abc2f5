import { useTexts } from "~/i18n/use-texts";

/** The office has read what it hands over: a word with it, and the one button. */
export function ReleaseForm({ to, readAt }: { to: string; readAt: number }) {
  const { requests: t } = useTexts("ownData");
  return (
    <form method="post" action={to} className="sheet grid max-w-xl gap-2 p-4 print:hidden">
      <input type="hidden" name="readAt" value={readAt} />
      <label htmlFor="reply" className="font-semibold">
        {t.reply}
      </label>
      <input id="reply" name="reply" maxLength={1000} autoComplete="off" className="input" />
      <button type="submit" name="answer" value="release" className="button button-main justify-self-start">
        {t.release}
      </button>
    </form>
  );
}
