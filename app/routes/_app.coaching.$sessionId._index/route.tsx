import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { TiedSteps } from "~/features/action-plans/components/tied-steps";
import { SessionActions } from "~/features/coaching/components/session-actions";
import { SessionAside } from "~/features/coaching/components/session-aside";
import { SessionHistory } from "~/features/coaching/components/session-history";
import { readSessionPage } from "~/features/coaching/session-page.server";
import { FileSheet } from "~/features/files/components/file-sheet";
import { acceptedTypes } from "~/features/files/model";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => readSessionPage(actor, asked.params.sessionId ?? ""));
  return json({ page, texts: textsOf(actor.locale, "coaching", "coachingLog", "files", "sessionForm") });
}

export default function CoachingSession() {
  const { page, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.coaching.page;
  const main = (
    <>
      {page.editOtherTo ? (
        <a href={page.editOtherTo} className="button">
          {actions.edit}
        </a>
      ) : null}
      {page.correctId ? <SessionActions sessionId={page.correctId} planTo={page.planTo} isReported={page.isReported} /> : null}
      {page.summaryTo ? (
        <a href={page.summaryTo} className="button button-main">
          {page.isSummarised ? texts.coachingLog.summary.again : texts.coachingLog.summary.open}
        </a>
      ) : null}
    </>
  );
  return (
    <>
      <PageTitle title={page.title} context={page.context} action={main} />
      <div className="grid gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="grid content-start gap-6">
          <section>
            <h2 className="text-l">{t.done}</h2>
            <p className="mt-2 whitespace-pre-wrap">{page.note || <span className="text-muted">{t.noNote}</span>}</p>
          </section>
          <TiedSteps title={t.steps} steps={page.steps} />
          {page.privateNote ? (
            <section className="rounded-box border border-dashed border-control p-4">
              <h2 className="text-l">{t.between}</h2>
              <p className="text-s text-muted">{t.betweenHint}</p>
              <p className="mt-2 whitespace-pre-wrap">{page.privateNote}</p>
            </section>
          ) : null}
          {page.files.length > 0 || page.filesTo ? (
            <FileSheet files={page.files} to={page.filesTo} accept={acceptedTypes} />
          ) : null}
          <SessionHistory entries={page.history} />
        </div>
        <SessionAside {...page} />
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
