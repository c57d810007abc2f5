import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

export interface PlanContact {
  name: string;
  title: string;
  office: string;
  /** E.164, for the tap; the text as people write it. */
  phone: string | null;
  phoneText: string;
  days: string;
}

/** Who stands beside, when they are there, and « Rappelez-moi ». */
export function CallBack({ contact, action, id }: { contact: PlanContact; action: string; id: string }) {
  const t = useTexts("myPlan");
  return (
    <section className="mt-6" aria-label={t.contact}>
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
        <details className="print:hidden open:basis-full">
          <summary className="flex min-h-11 items-center font-semibold text-primary underline">{t.callMe}</summary>
          <form method="post" action={action} className="mt-2 grid max-w-md gap-2">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="intent" value="callback" />
            <label htmlFor="call-me" className="font-semibold">
              {t.callMeText}
            </label>
            <textarea id="call-me" name="text" rows={2} maxLength={1000} className="input" />
            <button type="submit" className="button">
              {t.callMeSend}
            </button>
          </form>
        </details>
      </div>
    </section>
  );
}
