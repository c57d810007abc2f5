import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { FormText } from "~/features/workshops/components/form-fields";
import { HolidayTicks } from "~/features/workshops/components/holiday-ticks";
import { LeftOut } from "~/features/workshops/components/left-out";
import { copySeason } from "~/features/workshops/season.commands.server";
import { seasonSchema } from "~/features/workshops/season.form";
import { readSeasonPage, tellSeason } from "~/features/workshops/season-page.server";
import { parseFields, typedValues } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.workshops.copy.season);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "workshop.plan"));
  return json({ ...readSeasonPage(actor, office), texts: textsOf(actor.locale, "workshops") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "workshop.plan"));
  const fields = await asked.request.formData();
  const values = typedValues(fields);
  const form = parseFields(fields, seasonSchema, actor.locale);
  if (!form.isValid) return invalid({ values, errors: form.reply.errors, holidays: null });
  const { id, ...period } = form.value;
  const { season, holidays } = tellSeason(actor, office, { period, values });
  if (holidays) return invalid({ values, errors: {}, holidays });
  const place = authorize(actor, "workshop.plan", { ...office, ownerId: office.id });
  const { count } = copySeason(actor, place, { ...season, id });
  const text = translator(actor.locale)("workshops:copy.seasonDone", { count });
  return redirectWithToast(paths.workshops({ view: "draft" }), { text, tone: "ok" });
}

export default function CopySeason() {
  const { typed, office, notes, hasHolidays, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.workshops.copy;
  const values: Record<string, string> = reply?.values ?? typed;
  const known = { values, errors: reply?.errors ?? {}, type: "date" as const, isRequired: true };
  return (
    <>
      <PageTitle title={t.season} context={office} />
      <Form method="post" noValidate className="sheet grid max-w-xl gap-4 p-4 md:p-6">
        <p>{t.seasonNote}</p>
        {notes.length > 0 ? <p className="text-s text-warn">{notes.join(" · ")}</p> : null}
        <input type="hidden" name="id" value={values.id} />
        <div className="grid gap-4 sm:grid-cols-2">
          <FormText name="from" label={t.from} {...known} />
          <FormText name="to" label={t.to} {...known} />
        </div>
        <HolidayTicks values={values} hasHolidays={hasHolidays} />
        <LeftOut reply={reply} />
        <div>
          <button type="submit" className="button button-main">
            {t.season}
          </button>
        </div>
      </Form>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
