import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "~/auth/actor.server";
import { isOpen } from "~/features/action-plans/model";
import { listActions } from "~/features/action-plans/queries.server";
import { Timeline } from "~/features/coaching/components/timeline";
import { listTimeline } from "~/features/coaching/timeline.queries.server";
import { timelineLine } from "~/features/coaching/timeline.server";
import { describeLastMail } from "~/features/notifications/sent-page.server";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { getProvider, listContacts } from "~/features/providers/queries.server";
import { parseQuery } from "~/http/query.server";
import { answering } from "~/http/responses.server";
import { formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.name);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await answering(() => getProvider(actor, asked.params.providerId ?? "", "provider.list"));
  const { after } = parseQuery(asked.request, z.object({ after: z.string().max(80).optional() }));
  const t = translator(actor.locale);
  const { entries, next } = listTimeline(actor, provider.id, after);
  const zone = zoneOf(provider.ownerId);
  const open = listActions(actor, provider.id).filter((action) => isOpen(action.state) && action.publishedAt !== null);
  return json({
    name: provider.name,
    lastMail: describeLastMail(actor, provider),
    planTo: paths.providerPlan(provider.id),
    lines: entries.map((entry) => timelineLine(actor.locale, zone, entry)),
    next: next ? `${paths.provider(provider.id)}?after=${encodeURIComponent(next)}` : undefined,
    steps: open.slice(0, 5).map((action) => ({
      id: action.id,
      title: action.title,
      due: action.dueOn ? t("providers:page.due", { day: formatDay(actor.locale, action.dueOn) }) : "",
    })),
    contacts: listContacts(actor, provider.id)
      .slice(0, 5)
      .map((contact) => ({ ...contact, phoneText: formatPhone(contact.phone) })),
    texts: textsOf(actor.locale, "providers", "records"),
  });
}

export default function Provider() {
  const { lastMail, planTo, lines, next, steps, contacts, texts } = useLoaderData<typeof loader>();
  const { page } = texts.providers;
  const { timeline } = texts.records;
  return (
    <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
      <section className="min-w-0 pl-4">
        <h2 className="mb-4 text-l">{timeline.title}</h2>
        {lines.length === 0 ? <p className="text-muted">{timeline.empty}</p> : <Timeline lines={lines} />}
        {next ? (
          <Link to={next} className="button">
            {timeline.more}
          </Link>
        ) : null}
      </section>
      <aside className="order-first grid content-start gap-6 lg:order-none">
        {contacts.length > 0 ? (
          <section>
            <h2 className="mb-2 text-l">{page.contacts}</h2>
            <ul className="grid gap-3">
              {contacts.map((contact) => (
                <li key={contact.id}>
                  {contact.name} <span className="text-s text-muted">{contact.function}</span>
                  {contact.phone ? (
                    <a href={`tel:${contact.phone}`} className="flex min-h-11 items-center">
                      {contact.phoneText}
                    </a>
                  ) : null}
                  {contact.email ? (
                    <a href={`mailto:${contact.email}`} className="flex min-h-11 items-center [overflow-wrap:anywhere]">
                      {contact.email}
                    </a>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section>
          <h2 className="mb-2 text-l">{timeline.nextSteps}</h2>
          {steps.length === 0 ? <p className="text-muted">{page.noStep}</p> : null}
          <ul className="grid gap-3">
            {steps.map((step) => (
              <li key={step.id}>
                {step.title} <span className="block text-s text-muted">{step.due}</span>
              </li>
            ))}
          </ul>
          <p className="mt-2">
            <Link to={planTo}>{timeline.plan}</Link>
          </p>
        </section>
        {lastMail ? (
          <section>
            <h2 className="mb-2 text-l">{page.mails}</h2>
            <p className="text-s wrap-anywhere">{lastMail.text}</p>
            <a href={lastMail.to} className="inline-flex min-h-11 items-center">
              {lastMail.label}
            </a>
          </section>
        ) : null}
      </aside>
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
