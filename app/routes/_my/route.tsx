import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { describeBeside } from "~/features/providers/beside-page.server";
import { BesideList } from "~/features/providers/components/beside-list";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { Frame } from "~/ui/frame";

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const beside = describeBeside(actor, wanted);
  return json({ name: actor.name, beside, texts: textsOf(actor.locale, "beside") });
}

/** Pages as wide as the frame; the others are one narrow column. */
const widePages = [paths.myAppointments(), paths.myResources(), paths.myWorkshops()];

export default function ProviderFrame() {
  const { name, beside } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const { skip, nav } = useTexts("common");
  const links = [
    { to: paths.my(), label: nav.plan, icon: "signpost" as const, isExact: true },
    { to: paths.myAppointments(), label: nav.appointments, icon: "calendar-days" as const },
    { to: paths.myResources(), label: nav.resources, icon: "library" as const },
    { to: paths.myWorkshops(), label: nav.workshops, icon: "presentation" as const },
    { to: paths.myEstablishment(), label: nav.establishment, icon: "store" as const },
  ];
  const foot = (
    <>
      <p className="text-muted">{name}</p>
      {[
        { to: paths.myMessages(), label: nav.messages },
        { to: paths.myData(), label: nav.data },
        { to: paths.account(), label: nav.account },
      ].map(({ to, label }) => (
        <a key={to} href={to} className="flex min-h-11 items-center">
          {label}
        </a>
      ))}
      <Form method="post" action="/logout" reloadDocument>
        <button type="submit" className="min-h-11 text-primary underline">
          {nav.signOut}
        </button>
      </Form>
    </>
  );
  return (
    <Frame skip={skip} navLabel={nav.label} menuLabel={nav.menu} links={links} foot={foot}>
      <Outlet />
      {/* « Mon plan » shows it under the next step. */}
      {pathname === paths.my() ? null : (
        <BesideList beside={beside} back={pathname + search} isWide={widePages.some((path) => pathname.startsWith(path))} />
      )}
    </Frame>
  );
}

export const ErrorBoundary = ErrorPage;
