import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Outlet, type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { Frame } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import type { IconName } from "~/ui/icon-names";

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const offices = listOrganisationsWhere(actor, "organisation.view");
  const current = offices.find((office) => office.id === actor.currentOrganisationId);
  return json({
    name: actor.name,
    office: current?.name ?? "",
    isInSeveral: new Set(actor.memberships.map((one) => one.organisationId)).size > 1,
    permissions: {
      log: canSomewhere(actor, "coaching.log"),
      coaching: canSomewhere(actor, "coaching.list"),
      providers: canSomewhere(actor, "provider.list"),
      plans: canSomewhere(actor, "plan.list"),
      workshops: canSomewhere(actor, "workshop.view"),
      agenda: canSomewhere(actor, "agenda.view"),
      dashboard: canSomewhere(actor, "dashboard.view"),
      network: canSomewhere(actor, "network.view"),
      reports: canSomewhere(actor, "report.view"),
      settings: canSomewhere(actor, "organisation.people"),
    },
  });
}

/** The frame changes after a post alone. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) => formMethod !== undefined && formMethod !== "GET";

export default function StaffFrame() {
  const { name, office, isInSeveral, permissions } = useLoaderData<typeof loader>();
  const { skip, nav } = useTexts("common");
  const entries: [boolean, string, string, IconName][] = [
    [true, paths.today(), nav.today, "footprints"],
    [permissions.coaching, paths.coaching(), nav.coaching, "book-open"],
    [permissions.providers, paths.providers(), nav.providers, "store"],
    [permissions.plans, paths.plans(), nav.plans, "list-checks"],
    [permissions.workshops, paths.workshops(), nav.workshops, "presentation"],
    [permissions.agenda, paths.agenda(), nav.agenda, "calendar-days"],
    [true, paths.resources(), nav.resources, "library"],
    [permissions.dashboard, paths.dashboard(), nav.dashboard, "chart-no-axes-column"],
    [permissions.network, paths.network(), nav.network, "signpost"],
    [permissions.reports, paths.activityReports(), nav.reports, "file-text"],
    [permissions.settings, paths.settings(), nav.settings, "settings"],
  ];
  const links = entries.filter(([isShown]) => isShown).map(([, to, label, icon]) => ({ to, label, icon }));
  const foot = (
    <>
      <p className="flex items-center gap-2 font-semibold">
        <Icon name="signpost" size={18} />
        {isInSeveral ? <a href={`${paths.account()}#office`}>{office}</a> : office}
      </p>
      <p className="mt-1 text-muted">{name}</p>
      <a href={paths.account()} className="inline-flex min-h-11 items-center">
        {nav.account}
      </a>
      <Form method="post" action="/logout" reloadDocument>
        <button type="submit" className="mt-2 min-h-11 text-primary underline">
          {nav.signOut}
        </button>
      </Form>
    </>
  );
  return (
    <Frame
      skip={skip}
      navLabel={nav.label}
      menuLabel={nav.menu}
      links={links}
      main={permissions.log ? { to: paths.newCoaching(), label: nav.newSession, icon: "plus" } : undefined}
      foot={foot}
    >
      <Outlet />
    </Frame>
  );
}

export const ErrorBoundary = ErrorPage;
