import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { AbsenceSection } from "~/features/accounts/components/absence-section";
import { getPerson, listAbsences, listCoachesBeside } from "~/features/accounts/people.queries.server";
import { absenceLine, membershipLine } from "~/features/accounts/people-lines.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { answering } from "~/http/responses.server";
import { formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { useLabelled, useTexts } from "~/i18n/use-texts";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.name);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const person = await answering(() => getPerson(actor, asked.params.userId ?? ""));
  const offices = person.memberships.map((one) => one.ownerId);
  const day = person.suspendedAt === null ? "" : formatDay(actor.locale, dayAt(person.ownerId, person.suspendedAt));
  return json({
    id: person.id,
    name: person.name,
    context: [person.jobTitle, person.email].filter(Boolean).join(" · "),
    isSelf: person.id === actor.userId,
    suspended: day ? translator(actor.locale)("settings:person.suspendedSince", { day }) : "",
    memberships: person.memberships.map((row) => membershipLine(actor.locale, row)),
    absences: listAbsences(person.id, dayAt(person.ownerId, now())).map((row) => absenceLine(actor.locale, row)),
    absence: { id: newId(), to: paths.personAbsences(person.id), others: listCoachesBeside(offices, person.id) },
    texts: textsOf(actor.locale, "settings"),
  });
}

export default function Person() {
  const labelled = useLabelled();
  const { id, name, context, isSelf, suspended, memberships, absences, absence, texts } = useLoaderData<typeof loader>();
  const { none } = useTexts("common");
  const t = texts.settings.person;
  return (
    <>
      <PageTitle title={name} context={context} />
      {suspended ? <p className="mb-6 font-semibold text-warn">{suspended}</p> : null}
      <div className="grid max-w-3xl gap-10">
        <section>
          <h2 className="mb-3 text-l">{t.memberships}</h2>
          <ul className="sheet">
            {memberships.map((one) => (
              <li
                key={one.id}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-rule px-4 py-3 last:border-0"
              >
                <span>
                  <span className="font-semibold">{one.title}</span>
                  <span className="block text-s text-muted">{one.context || none}</span>
                </span>
                <a href={one.to} className="button" aria-label={labelled(t.edit, one.title)}>
                  {t.edit}
                </a>
              </li>
            ))}
          </ul>
        </section>
        <AbsenceSection absences={absences} form={absence} />
        {isSelf ? null : (
          <Form method="post" action={paths.personSuspension(id)}>
            <button type="submit" name="intent" value={suspended ? "lift" : "suspend"} className="button">
              {suspended ? t.lift : t.suspend}
            </button>
            {suspended ? null : <p className="mt-1 text-s text-muted">{t.suspendHint}</p>}
          </Form>
        )}
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
