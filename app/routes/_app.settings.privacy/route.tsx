import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { getSettings } from "~/features/organisations/settings.queries.server";
import { retentionSchema } from "~/features/own-data/model";
import { describePurges, describeSheet } from "~/features/own-data/page.server";
import { changeRetention } from "~/features/own-data/retention.commands.server";
import { parseForm } from "~/http/form.server";
import { answering, forbidden } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.ownData.privacy.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "ownData.log")) throw forbidden();
  const canChange = canSomewhere(actor, "organisation.settings");
  return json({
    months: canChange ? getSettings(actor, null).retentionMonths : null,
    purges: describePurges(actor),
    sheet: await answering(() => describeSheet(actor)),
    texts: textsOf(actor.locale, "ownData"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getSettings(actor, null));
  const form = await parseForm(asked.request, retentionSchema, actor.locale);
  const refused = form.isValid ? "" : Object.values(form.reply.errors).flat().join(" ");
  if (!form.isValid) return redirectWithToast(paths.privacySettings(), { text: refused, tone: "warn" });
  changeRetention(actor, authorize(actor, "organisation.settings", office), form.value.months);
  return redirectWithToast(paths.privacySettings(), { text: translator(actor.locale)("ownData:privacy.saved"), tone: "ok" });
}

export default function Privacy() {
  const { months, purges, sheet, texts } = useLoaderData<typeof loader>();
  const t = texts.ownData.privacy;
  return (
    <div className="grid max-w-4xl gap-8">
      <PageTitle title={t.title} context={t.about} />
      {months === null ? null : (
        <form method="post" className="sheet grid max-w-xl gap-2 p-4">
          <label htmlFor="months" className="font-semibold">
            {t.months}
          </label>
          <p id="months-hint" className="text-s text-muted">
            {t.monthsHint}
          </p>
          <input
            id="months"
            name="months"
            inputMode="numeric"
            defaultValue={months}
            aria-describedby="months-hint"
            className="input"
          />
          <button type="submit" className="button button-main justify-self-start">
            {t.save}
          </button>
        </form>
      )}
      <section>
        <h2 className="mb-2 text-l">{t.log}</h2>
        {purges.length === 0 ? <p className="text-muted">{t.logNone}</p> : null}
        <ul className="grid gap-2">
          {purges.map((purge) => (
            <li key={purge.id}>{[purge.when, purge.reason, purge.what, purge.kept].join(" · ")}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="text-l">{t.sheet}</h2>
        <p className="mb-2 text-s text-muted">{t.sheetIntro}</p>
        <dl className="sheet divide-y divide-rule">
          {sheet.map(({ name, text }) => (
            <div key={name} className="grid gap-1 p-3 sm:grid-cols-[12rem_1fr]">
              <dt className="font-semibold">{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
