import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import type { Beside } from "../beside.queries.server";

interface CallBackProps {
  contact: Beside;
  /** Null where nobody may leave a message: the number alone. */
  action: string | null;
  /** Of the message that « Rappelez-moi » leaves. */
  id: string;
  /** The page to come back to; the plan without it. */
  back?: string | undefined;
}

/** Who stands beside, when they are there, and « Rappelez-moi ». */
export function CallBack({ contact, action, id, back }: CallBackProps) {
  const t = useTexts("beside");
  return (
    <section id="contact" className="mt-6 scroll-mt-4" aria-label={t.contact}>
      <p>
        <span className="font-semibold">{contact.name}</span>
        <span className="text-muted"> · {[contact.title, contact.office].filter(Boolean).join(", ")}</span>
      </p>
      {contact.days ? <p className="text-muted">{contact.days}</p> : null}
      <div className="mt-1 flex flex-wrap items-start gap-x-6">
        {contact.phone ? (
          <a href={`tel:${contact.phone}`} className="inline-flex min-h-11 items-center gap-2 font-semibold">
            <Icon name="phone" size={20} />
            {contact.phoneText}
          </a>
        ) : null}
        {action ? <CallMe action={action} id={id} back={back} /> : null}
      </div>
    </section>
  );
}

function CallMe({ action, id, back }: { action: string; id: string; back: string | undefined }) {
  const t = useTexts("beside");
  return (
    <details className="print:hidden open:basis-full">
      <summary className="flex min-h-11 items-center font-semibold text-primary underline">{t.callMe}</summary>
      <form method="post" action={action} className="mt-2 grid max-w-md gap-2">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="intent" value="callback" />
        {back ? <input type="hidden" name="back" value={back} /> : null}
        <label htmlFor="call-me" className="font-semibold">
          {t.callMeText}
        </label>
        <textarea id="call-me" name="text" rows={2} maxLength={1000} className="input" />
        <button type="submit" className="button">
          {t.callMeSend}
        </button>
      </form>
    </details>
  );
}
