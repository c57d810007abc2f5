import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { EquipmentList } from "~/features/workshops/components/equipment-list";
import { HolidaysForm } from "~/features/workshops/components/holidays-form";
import { actOnWorkshopOffice, readWorkshopOffice } from "~/features/workshops/office-page.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";
import { formKey } from "~/ui/form-key";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.workshopOffice.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => readWorkshopOffice(actor));
  return json({ ...page, texts: textsOf(actor.locale, "workshopOffice") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  return answering(() => actOnWorkshopOffice(actor, asked.request));
}

export default function WorkshopOffice() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { error, typed } = reply && "error" in reply ? reply : { error: null, typed: {} };
  return (
    <>
      <PageTitle title={page.texts.workshopOffice.title} context={page.office} />
      {error ? (
        <p role="alert" className="mb-4 border-l-8 border-l-error pl-4 font-semibold text-error">
          {error}
        </p>
      ) : null}
      <div className="grid gap-8">
        <EquipmentList key={formKey(page.newId, error)} things={page.things} newId={page.newId} typed={typed} />
        <HolidaysForm periods={page.periods} />
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
