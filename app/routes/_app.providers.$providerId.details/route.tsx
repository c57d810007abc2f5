import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { can } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { ContactCard } from "~/features/providers/components/contact-card";
import { EstablishmentCard } from "~/features/providers/components/establishment-card";
import { ReferentHistory } from "~/features/providers/components/referent-history";
import { describeContacts, describeEstablishments } from "~/features/providers/details.server";
import { describeReferents } from "~/features/providers/handover-page.server";
import { isSiretPlausible } from "~/features/providers/model";
import { getProvider } from "~/features/providers/queries.server";
import { listPartnerships, listTagNames } from "~/features/providers/record.queries.server";
import { answering } from "~/http/responses.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.providers.page.tabs.details);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await answering(() => getProvider(actor, asked.params.providerId ?? "", "provider.list"));
  const t = translator(actor.locale);
  const today = dayAt(provider.ownerId, now());
  const isDoubtful = provider.siret !== null && !isSiretPlausible(provider.siret);
  const siret = isDoubtful ? `${provider.siret} (${t("records:provider.siretDoubtful")})` : provider.siret;
  return json({
    id: provider.id,
    facts: [
      { label: t("records:provider.name"), value: provider.name },
      { label: t("records:provider.siret"), value: siret ?? "" },
      { label: t("records:provider.referentId"), value: provider.referent ?? t("records:provider.noReferent") },
      { label: t("records:provider.tags"), value: listTagNames(provider.id).join(", ") },
    ].filter((fact) => fact.value !== ""),
    partnerships: listPartnerships(provider.id)
      .map((one) => `${one.year}${t("common:colon")}${one.level}`)
      .join(" · "),
    establishments: describeEstablishments(actor, provider.id, today),
    contacts: describeContacts(actor, provider.id, today),
    referents: describeReferents(actor, provider.id),
    permissions: { correct: can(actor, "provider.correct", provider) },
    texts: textsOf(actor.locale, "providers", "records", "handover"),
  });
}

export default function Details() {
  const { id, facts, partnerships, establishments, contacts, referents, permissions, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const { provider, establishment, contact } = texts.records;
  const edit = (to: string, label: string) => (permissions.correct ? { to, label } : undefined);
  return (
    <div className="grid gap-8">
      <Section title={texts.providers.page.operator} add={edit(paths.editProvider(id), actions.edit)}>
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
          {facts.map((fact) => (
            <div key={fact.label} className="contents">
              <dt className="text-s text-muted">{fact.label}</dt>
              <dd className="mb-2 sm:mb-0">{fact.value}</dd>
            </div>
          ))}
          <dt className="text-s text-muted">{provider.partnership}</dt>
          <dd>
            {partnerships || <span className="text-muted">{provider.noPartnership}</span>}{" "}
            {permissions.correct ? <a href={paths.providerPartnerships(id)}>{provider.partnerships}</a> : null}
          </dd>
        </dl>
        <ReferentHistory lines={referents} />
      </Section>
      <Section title={texts.providers.page.establishments} add={edit(paths.newEstablishment(id), establishment.add)}>
        {establishments.map((place) => (
          <EstablishmentCard key={place.id} place={place} canCorrect={permissions.correct} />
        ))}
      </Section>
      <Section title={texts.providers.page.contacts} add={edit(paths.newContact(id), contact.add)}>
        {contacts.length === 0 ? <p className="text-muted">{contact.none}</p> : null}
        {contacts.map((one) => (
          <ContactCard key={one.id} contact={one} canCorrect={permissions.correct} />
        ))}
      </Section>
    </div>
  );
}

function Section({
  title,
  add,
  children,
}: {
  title: string;
  add: { to: string; label: string } | undefined;
  children: ReactNode;
}) {
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <h2 className="text-l">{title}</h2>
        {add ? (
          <a href={add.to} className="button">
            {add.label}
          </a>
        ) : null}
      </div>
      {children}
    </section>
  );
}

export const ErrorBoundary = ErrorPage;
