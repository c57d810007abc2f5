import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { getProvider, listContacts, listEstablishments } from "~/features/providers/queries.server";
import { answering } from "~/http/responses.server";
import { textsOf, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import { ErrorPage } from "~/ui/error-page";

export const meta = () => [{ title: "Coordonnées · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await answering(() => getProvider(actor, asked.params.providerId ?? "", "provider.list"));
  const t = translator(actor.locale);
  return json({
    establishments: listEstablishments(actor, provider.id).map((place) => ({
      id: place.id,
      name: place.name,
      kind: t(`kinds:${place.kind}`),
      address: [place.street, [place.postcode, place.commune ?? place.communeName].filter(Boolean).join(" ")]
        .filter(Boolean)
        .join(", "),
    })),
    contacts: listContacts(actor, provider.id).map((contact) => ({ ...contact, phoneText: formatPhone(contact.phone) })),
    texts: textsOf(actor.locale, "providers"),
  });
}

export default function Details() {
  const { establishments, contacts, texts } = useLoaderData<typeof loader>();
  const t = texts.providers.page;
  return (
    <div className="grid gap-8">
      <section>
        <h2 className="mb-3 text-l">{t.establishments}</h2>
        <ul className="grid gap-3">
          {establishments.map((place) => (
            <li key={place.id}>
              {place.name}
              <span className="block text-s text-muted">{[place.kind, place.address].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="mb-3 text-l">{t.contacts}</h2>
        <ul className="grid gap-3">
          {contacts.map((contact) => (
            <li key={contact.id}>
              {contact.name}
              <span className="block text-s text-muted">
                {[contact.function, contact.phoneText, contact.email].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
