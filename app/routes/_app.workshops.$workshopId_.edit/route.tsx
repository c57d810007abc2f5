import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { MeetsBox } from "~/features/agenda/components/warnings-box";
import { meetsOfWorkshop } from "~/features/agenda/workshop-warnings.server";
import { changeWorkshop } from "~/features/workshops/commands.server";
import { LeftOut } from "~/features/workshops/components/left-out";
import { SeriesScope } from "~/features/workshops/components/series-scope";
import { WorkshopForm } from "~/features/workshops/components/workshop-form";
import { readEditForm, tellHolidays } from "~/features/workshops/edit-page.server";
import { workshopSchema } from "~/features/workshops/form";
import { fieldsOf, typedFromPost } from "~/features/workshops/posted.server";
import { getWorkshop } from "~/features/workshops/queries.server";
import { changeFollowing } from "~/features/workshops/series.commands.server";
import { parseFields, ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.workshops.page.edit);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const form = await answering(() => readEditForm(actor, asked.params.workshopId ?? "", new URL(asked.request.url).searchParams));
  return json({ ...form, texts: textsOf(actor.locale, "workshops", "meets") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const workshop = await answering(() =>
    authorize(actor, "workshop.plan", getWorkshop(actor, asked.params.workshopId ?? "", "workshop.plan")),
  );
  const typed = typedFromPost(await asked.request.formData());
  const form = parseFields(fieldsOf(typed), workshopSchema, actor.locale);
  const again = { errors: {}, typed, isConflict: false, meets: null, holidays: null };
  if (!form.isValid) return invalid({ ...again, errors: form.reply.errors });
  try {
    const input = form.value;
    const { values } = typed;
    const office = { id: workshop.ownerId, zone: workshop.zone };
    const { dates, toldDays, holidays, isRead, scope } = tellHolidays(actor, workshop, { input, values });
    const meets = meetsOfWorkshop(actor, { office, input, dates, confirmed: values.confirmed, toldDays }) ?? null;
    if (meets || !isRead) return invalid({ ...again, meets, holidays });
    const { told } = scope.isFollowing
      ? changeFollowing(actor, workshop, { input, without: scope.without })
      : changeWorkshop(actor, workshop, input);
    const text = translator(actor.locale)("workshops:form.told", { title: form.value.title, count: told });
    return redirectWithToast(paths.workshop(workshop.id), { text, tone: "ok" });
  } catch (error) {
    // Saved meanwhile: what was typed stays, and is saved over it when sent again.
    if (error instanceof ConflictError) {
      const values = { ...typed.values, version: String(workshop.version) };
      return conflict({ ...again, typed: { ...typed, values }, isConflict: true });
    }
    return invalid({ ...again, errors: ruleReply(error, form.reply, actor.locale).errors });
  }
}

export default function EditWorkshop() {
  const { typed, choices, isInSeries, isDragged, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { form } = useTexts("common");
  const t = texts.workshops;
  const { typed: shown, errors } = reply ?? { typed, errors: {} };
  return (
    <>
      <PageTitle title={t.page.edit} context={typed.values.title} />
      {isDragged ? <p className="mb-6 max-w-3xl border-l-8 border-l-mark pl-4 font-semibold">{t.form.dragged}</p> : null}
      {reply?.isConflict ? (
        <div role="alert" className="sheet mb-6 max-w-3xl border-warn p-4">
          <p className="font-semibold text-warn">{form.conflictTitle}</p>
          <p>{form.conflict}</p>
        </div>
      ) : null}
      <WorkshopForm
        key={reply?.isConflict ? "conflict" : "form"}
        typed={shown}
        choices={choices}
        errors={errors}
        submit={t.form.saveChanges}
        notice={
          <>
            <LeftOut reply={reply} />
            <MeetsBox reply={reply} />
          </>
        }
      >
        {isInSeries ? <SeriesScope values={shown.values} hasHolidays={choices.hasHolidays} /> : null}
      </WorkshopForm>
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
