import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { MeetsBox } from "~/features/agenda/components/warnings-box";
import { meetsOfWorkshop } from "~/features/agenda/workshop-warnings.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { planWorkshop } from "~/features/workshops/commands.server";
import { LeftOut } from "~/features/workshops/components/left-out";
import { RepeatFields } from "~/features/workshops/components/repeat-fields";
import { WorkshopForm } from "~/features/workshops/components/workshop-form";
import { workshopSchema } from "~/features/workshops/form";
import { newTyped, workshopChoices } from "~/features/workshops/form-data.server";
import { describeHolidays } from "~/features/workshops/left-out.server";
import { plannedDates } from "~/features/workshops/planned-dates.queries.server";
import { fieldsOf, seriesFrom, typedFromPost } from "~/features/workshops/posted.server";
import { planSeries } from "~/features/workshops/series.commands.server";
import { parseFields, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.workshops.new);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "workshop.plan"));
  const typed = newTyped(actor, office);
  const choices = workshopChoices(actor, office, typed.values.mainTheme ?? "");
  return json({ typed, choices, texts: textsOf(actor.locale, "workshops", "meets") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "workshop.plan"));
  const typed = typedFromPost(await asked.request.formData());
  const again = { errors: {}, typed, meets: null, holidays: null };
  const form = parseFields(fieldsOf(typed), workshopSchema, actor.locale);
  if (!form.isValid) return invalid({ ...again, errors: form.reply.errors });
  try {
    const place = authorize(actor, "workshop.plan", { ...office, ownerId: office.id });
    const t = translator(actor.locale);
    const series = seriesFrom(typed.values);
    const { dates, leftOut, kept } = plannedDates(form.value, office, series);
    const holidays = describeHolidays(actor, { leftOut, kept, rest: dates.length });
    const isRead = holidays === null || holidays.key === typed.values.leftOut;
    const asked = { office, input: form.value, dates, confirmed: typed.values.confirmed, toldDays: kept.map((one) => one.day) };
    const meets = meetsOfWorkshop(actor, asked) ?? null;
    if (dates.length > 0 && (meets || !isRead)) return invalid({ ...again, meets, holidays });
    if (series) {
      const { ids } = planSeries(actor, place, { input: form.value, series });
      const text = t("workshops:series.planned", { count: ids.length });
      return redirectWithToast(paths.workshops({ view: "draft" }), { text, tone: "ok" });
    }
    const { id } = planWorkshop(actor, place, { input: form.value });
    return redirectWithToast(paths.workshop(id), { text: t("workshops:form.saved", { title: form.value.title }), tone: "ok" });
  } catch (error) {
    return invalid({ ...again, errors: ruleReply(error, form.reply, actor.locale).errors });
  }
}

export default function NewWorkshop() {
  const { typed, choices, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.workshops;
  const { typed: shown, errors } = reply ?? { typed, errors: {} };
  const notice = (
    <>
      <LeftOut reply={reply} />
      <MeetsBox reply={reply} />
    </>
  );
  return (
    <>
      <PageTitle title={t.new} context={choices.office.name} />
      <WorkshopForm typed={shown} choices={choices} errors={errors} submit={t.form.save} notice={notice}>
        <RepeatFields values={shown.values} errors={errors} hasHolidays={choices.hasHolidays} />
      </WorkshopForm>
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
