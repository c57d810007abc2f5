import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { InvitationTable } from "~/features/accounts/components/invitation-table";
import { PeopleTable } from "~/features/accounts/components/people-table";
import { listInvitations } from "~/features/accounts/invitations.queries.server";
import { listPeople } from "~/features/accounts/people.queries.server";
import { peopleQuery } from "~/features/accounts/people-export.server";
import { invitationLine, personLine } from "~/features/accounts/people-lines.server";
import { listOrganisationsFor } from "~/features/organisations/queries.server";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { parseQuery } from "~/http/query.server";
import { forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useLabelled, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.settings.people.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const offices = listOrganisationsFor(actor, "organisation.people");
  if (offices.length === 0) throw forbidden();
  const filter = parseQuery(asked.request, peopleQuery);
  const page = listPeople(actor, filter);
  const reader = { locale: actor.locale, zone: zoneOfActor(actor) };
  const { after: _page, ...kept } = filter;
  const list = "settings/people";
  return json({
    filter,
    files: { xlsx: paths.listExport(list, "xlsx", kept), csv: paths.listExport(list, "csv", kept) },
    offices: offices.map(({ id, name }) => ({ id, name })),
    people: page.rows.map((row) => personLine(actor.locale, row)),
    next: page.next ? paths.people({ ...filter, after: page.next }) : undefined,
    invitationFiles: canSomewhere(actor, "organisation.invite")
      ? { xlsx: paths.listExport("settings/invitations", "xlsx"), csv: paths.listExport("settings/invitations", "csv") }
      : undefined,
    invitations: listInvitations(actor).map((row) => invitationLine(reader, row)),
    texts: textsOf(actor.locale, "settings"),
  });
}

export default function People() {
  const { filter, files, offices, people, next, invitations, invitationFiles, texts } = useLoaderData<typeof loader>();
  const labelled = useLabelled();
  const { actions, office } = useTexts("common");
  const t = texts.settings.people;
  const invite = (
    <Link to={paths.newInvitation()} className="button button-main">
      {t.invite}
    </Link>
  );
  return (
    <>
      <PageTitle title={t.title} action={invite} />
      {offices.length > 1 ? (
        <Form method="get" className="mb-4 flex flex-wrap items-end gap-2 text-s">
          <label className="grid gap-1">
            {office}
            <select name="office" defaultValue={filter.office ?? ""} className="input">
              <option value="">{actions.all}</option>
              {offices.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button">
            {actions.filter}
          </button>
        </Form>
      ) : null}
      <PeopleTable rows={people} />
      {next ? (
        <p className="mt-4">
          <Link to={next} className="button">
            {actions.next}
          </Link>
        </p>
      ) : null}
      <ExportLinks label={actions.export} files={people.length > 0 ? files : undefined} />
      {invitations.length > 0 ? (
        <section className="mt-10">
          <h2 className="mb-3 text-l">{t.invitations}</h2>
          <InvitationTable rows={invitations} />
          <ExportLinks label={labelled(actions.export, t.invitations)} files={invitationFiles} />
        </section>
      ) : null}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
