import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { describeNotes } from "~/features/workshops/periods.queries.server";
import { copySeason } from "~/features/workshops/series.commands.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { addDays, dayIn, isDay } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.workshops.copy.season);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "workshop.plan"));
  const today = dayIn(office.zone, now());
  return json({
    id: newId(),
    office: office.name,
    from: addDays(today, -365),
    to: today,
    notes: describeNotes(actor, { from: today, to: addDays(today, 365) }),
    texts: textsOf(actor.locale, "workshops"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "workshop.plan"));
  const fields = await asked.request.formData();
  const [id, from, to] = ["id", "from", "to"].map((name) => String(fields.get(name) ?? ""));
  if (!id || !from || !to || !isDay(from) || !isDay(to)) throw notFound();
  const { count } = copySeason(actor, authorize(actor, "workshop.plan", { ...office, ownerId: office.id }), { id, from, to });
  const text = translator(actor.locale)("workshops:copy.seasonDone", { count });
  return redirectWithToast(paths.workshops({ view: "draft" }), { text, tone: "ok" });
}

export default function CopySeason() {
  const { id, office, from, to, notes, texts } = useLoaderData<typeof loader>();
  const t = texts.workshops.copy;
  return (
    <>
      <PageTitle title={t.season} context={office} />
      <Form method="post" className="sheet grid max-w-xl gap-4 p-4 md:p-6">
        <p>{t.seasonNote}</p>
        {notes.length > 0 ? <p className="text-s text-warn">{notes.join(" · ")}</p> : null}
        <input type="hidden" name="id" value={id} />
        <div className="grid gap-4 sm:grid-cols-2">
          <label className="grid gap-1">
            {t.from}
            <input type="date" name="from" defaultValue={from} className="input" />
          </label>
          <label className="grid gap-1">
            {t.to}
            <input type="date" name="to" defaultValue={to} className="input" />
          </label>
        </div>
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
