import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

export interface WaitingCall {
  id: string;
  text: string;
  to: string;
  send: string | null;
  formId: string;
}

/** Invitations that other offices handed over: one tap sends each to one's own. */
export function WaitingCalls({ calls }: { calls: readonly WaitingCall[] }) {
  const { calls: t } = useTexts("invitations");
  if (calls.length === 0) return null;
  return (
    <section aria-labelledby="calls" className="sheet mb-6 grid gap-3 border-l-8 border-l-mark p-4">
      <h2 id="calls" className="text-l">
        {t.title}
      </h2>
      <ul className="grid gap-4">
        {calls.map((call) => (
          <li key={call.id}>
            <p>{call.text}</p>
            <div className="mt-2 flex flex-wrap items-center gap-3">
              {call.send ? (
                <Form method="post" action={call.to}>
                  <input type="hidden" name="id" value={call.formId} />
                  <input type="hidden" name="everyone" value="on" />
                  <button type="submit" name="intent" value="send" className="button">
                    {call.send}
                  </button>
                </Form>
              ) : null}
              <a href={call.to} className="button button-quiet">
                {t.see}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
