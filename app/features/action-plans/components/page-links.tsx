import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

export interface PageLinksData {
  providerId: string;
  newId: string;
  contacts: { id: string; name: string }[];
  links: { id: string; name: string; until: string }[];
}

/** The page links of a plan: send one to a contact, take one back. */
export function PageLinks({ data }: { data: PageLinksData }) {
  const { links: t } = useTexts("actionPlans");
  return (
    <section className="print:hidden">
      <h2 className="text-l">{t.title}</h2>
      <p className="text-s text-muted">{t.intro}</p>
      {data.contacts.length === 0 ? (
        <p className="mt-2">{t.noContact}</p>
      ) : (
        <form method="post" action={paths.providerPageLinks(data.providerId)} className="mt-3 grid gap-2">
          <input type="hidden" name="id" value={data.newId} />
          <label htmlFor="contactId" className="font-semibold">
            {t.contact}
          </label>
          <select id="contactId" name="contactId" className="input">
            {data.contacts.map((contact) => (
              <option key={contact.id} value={contact.id}>
                {contact.name}
              </option>
            ))}
          </select>
          <button type="submit" className="button justify-self-start">
            {t.send}
          </button>
        </form>
      )}
      <ul className="mt-3 grid gap-1">
        {data.links.map((link) => (
          <li key={link.id}>
            <form method="post" action={paths.pageLinkRevocation(link.id)} className="flex flex-wrap items-center gap-x-3">
              <span>
                {link.name}, <span className="text-muted">{link.until}</span>
              </span>
              <button type="submit" className="min-h-11 text-primary underline">
                {fill(t.revoke, { name: link.name })}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
