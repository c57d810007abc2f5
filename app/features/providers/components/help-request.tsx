import { fill, useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";
import { Icon } from "~/ui/icon";
import type { HelpLine } from "./help-list";

export interface HelpData extends HelpLine {
  who: string;
  email: string | null;
  phone: { to: string; text: string } | null;
  appointment: string | null;
  /** The id that the session would have. */
  sessionId: string;
  isOpen: boolean;
  isTaken: boolean;
  isAnswered: boolean;
}

interface HelpRequestProps {
  help: HelpData;
  reply: { values: Record<string, unknown>; errors: Record<string, string[] | undefined> } | undefined;
}

/** What was asked, and the ways to go on: answer, call, an appointment, a session. */
export function HelpRequest({ help, reply }: HelpRequestProps) {
  const t = useTexts("requests");
  return (
    <div className="grid max-w-2xl gap-6">
      <blockquote className="border-l-8 border-mark pl-4">
        <p className="text-l whitespace-pre-line wrap-anywhere">{help.text}</p>
        <p className="text-s text-muted">
          {help.who} · {help.at} · {help.state}
        </p>
      </blockquote>
      {help.reply ? <p className="border-l-4 border-primary pl-4 whitespace-pre-line wrap-anywhere">{help.reply}</p> : null}
      {help.isOpen && !help.isAnswered ? (
        <form method="post" className="sheet grid gap-3 p-4">
          <Field
            name="text"
            label={fill(t.replyTo, { name: help.who })}
            hint={help.email ? fill(t.replyHint, { email: help.email }) : t.replyNoMail}
            errors={reply?.errors.text}
          >
            {(aria) => (
              <textarea
                {...aria}
                rows={5}
                maxLength={4000}
                required
                defaultValue={String(reply?.values.text ?? "")}
                className="input"
              />
            )}
          </Field>
          <button type="submit" name="intent" value="reply" className="button button-main justify-self-start">
            {t.reply}
          </button>
        </form>
      ) : null}
      {help.isOpen ? <OtherWays help={help} /> : null}
      {help.isOpen ? null : (
        <form method="post">
          <button type="submit" name="intent" value="reopen" className="button">
            {t.reopen}
          </button>
        </form>
      )}
    </div>
  );
}

function OtherWays({ help }: { help: HelpData }) {
  const t = useTexts("requests");
  return (
    <div className="flex flex-wrap items-center gap-2">
      {help.phone ? (
        <a href={help.phone.to} className="inline-flex min-h-11 items-center gap-2 font-semibold">
          <Icon name="phone" size={20} />
          {help.phone.text}
        </a>
      ) : null}
      <form method="post" className="contents">
        <input type="hidden" name="sessionId" value={help.sessionId} />
        {help.isTaken ? null : (
          <button type="submit" name="intent" value="take" className="button">
            {t.take}
          </button>
        )}
        <button type="submit" name="intent" value="called" className="button">
          {t.called}
        </button>
        <button type="submit" name="intent" value="session" className="button">
          {t.session}
        </button>
      </form>
      {help.appointment ? (
        <a href={help.appointment} className="button">
          {t.appointment}
        </a>
      ) : null}
    </div>
  );
}
