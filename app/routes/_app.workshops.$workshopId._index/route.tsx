import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { TiedSteps } from "~/features/action-plans/components/tied-steps";
import { AddSomeone } from "~/features/workshops/components/add-someone";
import { OfficeCounts } from "~/features/workshops/components/office-counts";
import { PeopleTable } from "~/features/workshops/components/people-table";
import { WorkshopActions } from "~/features/workshops/components/workshop-actions";
import { WorkshopPoster } from "~/features/workshops/components/workshop-poster";
import { readWorkshopPage } from "~/features/workshops/workshop-page.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { fill } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.workshops.formats.workshop);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => readWorkshopPage(actor, asked.params.workshopId ?? ""));
  return json({ ...page, texts: textsOf(actor.locale, "workshops", "programme", "plans") });
}

export default function Workshop() {
  const {
    poster,
    people,
    counts,
    settings,
    publicUrl,
    video,
    links,
    cancelNote,
    newId,
    questions,
    desks,
    permissions,
    hasCertificates,
    nextYear,
    offices,
    steps,
    files,
    texts,
  } = useLoaderData<typeof loader>();
  const t = texts.workshops;
  const main = permissions.hold ? (
    <p>
      <a href={paths.workshopAttendance(poster.id)} className="button button-main">
        {t.page.attendance}
      </a>
    </p>
  ) : null;
  return (
    <div className="grid gap-8">
      <WorkshopPoster poster={poster} action={main}>
        {poster.state === "draft" ? <p className="text-muted">{t.page.draftNote}</p> : null}
        {video ? (
          <p>
            {t.page.video}{" "}
            <a href={video} className="wrap-anywhere">
              {video}
            </a>{" "}
            <span className="text-muted">({t.page.videoNote})</span>
          </p>
        ) : null}
        {publicUrl ? (
          <p>
            {t.page.share}{" "}
            <a href={publicUrl} className="wrap-anywhere">
              {publicUrl}
            </a>
          </p>
        ) : null}
        {settings.map(([name, text]) => (
          <p key={name} className="text-muted">
            {fill(t.page.named, { name, text })}
          </p>
        ))}
        {links.map((link) => (
          <p key={link.to}>
            <a href={link.to}>{link.label}</a>
          </p>
        ))}
      </WorkshopPoster>
      <WorkshopActions
        workshopId={poster.id}
        cancelNote={cancelNote}
        permissions={permissions}
        hasCertificates={hasCertificates}
        nextYear={nextYear}
        newId={newId}
      />
      <OfficeCounts offices={offices} />
      <TiedSteps title={texts.plans.ties.steps} steps={steps} />
      {permissions.people ? (
        <section aria-labelledby="people" className="grid gap-4">
          <h2 id="people" className="text-l">
            {t.people.title} <span className="font-normal text-muted">({counts})</span>
          </h2>
          {permissions.isGuest ? <p className="text-muted">{t.people.guest}</p> : null}
          {people.length === 0 ? (
            <p className="text-muted">{t.people.empty}</p>
          ) : (
            <PeopleTable workshopId={poster.id} people={people} canChange={permissions.register} files={files} />
          )}
        </section>
      ) : null}
      {permissions.register ? <AddSomeone workshopId={poster.id} newId={newId} questions={questions} offices={desks} /> : null}
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
