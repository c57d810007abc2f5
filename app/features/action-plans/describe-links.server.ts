import type { Actor } from "~/access/actor";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { listContacts } from "~/features/providers/queries.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import type { PageLinksData } from "./components/page-links";
import { listPageLinks } from "./links.queries.server";

/** The page links that open a plan now, and the contacts that one may be mailed to. */
export function describePageLinks(actor: Actor, providerId: string): PageLinksData {
  const t = translator(actor.locale);
  const contacts = listContacts(actor, providerId).filter((contact) => contact.email !== null);
  return {
    providerId,
    newId: newId(),
    contacts: contacts.map(({ id, name }) => ({ id, name })),
    links: listPageLinks(actor, providerId).map((link) => ({
      id: link.id,
      name: link.contact ?? t("actionPlans:links.someone"),
      until: t("actionPlans:links.until", {
        day: formatDay(actor.locale, dayAt(actor.currentOrganisationId ?? "", link.expiresAt)),
      }),
    })),
  };
}
