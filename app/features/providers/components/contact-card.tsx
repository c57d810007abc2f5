import { useLabelled, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

interface ContactCardProps {
  contact: {
    id: string;
    name: string;
    isGone: boolean;
    phone: string | null;
    phoneText: string;
    email: string | null;
    life: string;
    uses: string;
  };
  canCorrect: boolean;
}

/** A person: how to reach them, and what they agreed to. */
export function ContactCard({ contact, canCorrect }: ContactCardProps) {
  const labelled = useLabelled();
  const { contact: t } = useTexts("records");
  const { actions } = useTexts("common");
  return (
    <article className="sheet flex flex-wrap items-start justify-between gap-2 p-4">
      <div className="min-w-0">
        <h3 className={contact.isGone ? "text-muted" : "font-semibold"}>{contact.name}</h3>
        <p className="text-s text-muted">{contact.life}</p>
        <p className="flex flex-wrap gap-x-6">
          {contact.phone ? (
            <a href={`tel:${contact.phone}`} className="inline-flex min-h-11 items-center">
              {contact.phoneText}
            </a>
          ) : null}
          {contact.email ? (
            <a href={`mailto:${contact.email}`} className="inline-flex min-h-11 items-center [overflow-wrap:anywhere]">
              {contact.email}
            </a>
          ) : null}
        </p>
        <p className="text-s">
          <span className="text-muted">{labelled(t.uses, "")}</span>
          {contact.uses}
        </p>
      </div>
      {canCorrect ? (
        <a href={paths.editContact(contact.id)} className="button" aria-label={labelled(actions.edit, contact.name)}>
          {actions.edit}
        </a>
      ) : null}
    </article>
  );
}
