import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { listActions } from "~/features/action-plans/queries.server";
import { SessionTable } from "~/features/coaching/components/session-table";
import { sessionLine } from "~/features/coaching/lines";
import { listCoachingSessions } from "~/features/coaching/queries.server";
import { getProvider, listContacts } from "~/features/providers/queries.server";
import { answering } from "~/http/responses.server";
import { formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import { ErrorPage } from "~/ui/error-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Prestataire"} · Balise` }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await answering(() => getProvider(actor, asked.params.providerId ?? "", "provider.list"));
  const t = translator(actor.locale);
  return json({
    name: provider.name,
    actions: listActions(actor, provider.id).map((action) => ({
      id: action.id,
      title: action.title,
      state: t(`providers:page.states.${action.state}`),
      due: action.dueOn ? t("providers:page.due", { day: formatDay(actor.locale, action.dueOn) }) : "",
    })),
    sessions: listCoachingSessions(actor, { provider: provider.id }).rows.map((row) => sessionLine(actor.locale, row)),
    contacts: listContacts(actor, provider.id).map((contact) => ({ ...contact, phoneText: formatPhone(contact.phone) })),
    texts: textsOf(actor.locale, "providers", "coaching"),
  });
}

export default function Provider() {
  const { actions, sessions, contacts, texts } = useLoaderData<typeof loader>();
  const t = texts.providers.page;
  return (
    <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
      <section className="min-w-0">
        <h2 className="mb-3 text-l">{t.sessions}</h2>
        {sessions.length === 0 ? <p className="text-muted">{t.noSessions}</p> : <SessionTable rows={sessions} />}
      </section>
      <aside className="grid content-start gap-6">
        <section>
          <h2 className="mb-2 text-l">{t.plan}</h2>
          {actions.length === 0 ? <p className="text-muted">{t.noStep}</p> : null}
          <ul className="grid gap-3">
            {actions.map((action) => (
              <li key={action.id}>
                {action.title}
                <span className="block text-s text-muted">{[action.state, action.due].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
          </ul>
        </section>
        {contacts.length > 0 ? (
          <section>
            <h2 className="mb-2 text-l">{t.contacts}</h2>
            <ul className="grid gap-3">
              {contacts.map((contact) => (
                <li key={contact.id}>
                  {contact.name}
                  {contact.phone ? (
                    <a href={`tel:${contact.phone}`} className="block">
                      {contact.phoneText}
                    </a>
                  ) : null}
                  {contact.email ? (
                    <a href={`mailto:${contact.email}`} className="block break-all">
                      {contact.email}
                    </a>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </aside>
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
