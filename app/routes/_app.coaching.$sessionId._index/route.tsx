import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { themeName } from "~/features/coaching/lines";
import { getCoachingSession, listParticipants } from "~/features/coaching/queries.server";
import { FileSheet } from "~/features/files/components/file-sheet";
import { describeFile } from "~/features/files/describe";
import { acceptedTypes } from "~/features/files/model";
import { listFiles } from "~/features/files/queries.server";
import { isTheme } from "~/features/themes/model";
import { answering } from "~/http/responses.server";
import { formatDay, formatDuration } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";

export const meta = () => [{ title: "Séance · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const session = await answering(() => getCoachingSession(actor, asked.params.sessionId ?? ""));
  const t = translator(actor.locale);
  const people = listParticipants(actor, session.id);
  const times = [
    formatDuration(session.durationMinutes),
    session.preparationMinutes > 0
      ? t("coaching:page.preparation", { duration: formatDuration(session.preparationMinutes) })
      : "",
    session.travelMinutes > 0 ? t("coaching:page.travel", { duration: formatDuration(session.travelMinutes) }) : "",
  ];
  return json({
    title: session.title ?? t("coaching:page.untitled", { day: formatDay(actor.locale, session.heldOn, "spoken") }),
    context: [
      formatDay(actor.locale, session.heldOn, "long"),
      session.channel ? t(`coaching:channels.${session.channel}`) : "",
      session.theme && isTheme(session.theme) ? themeName(actor.locale, session.theme) : "",
    ]
      .filter(Boolean)
      .join(" · "),
    times: times.filter(Boolean).join(" · "),
    note: session.note,
    privateNote: can(actor, "coaching.readPrivateNote", session) ? session.privateNote : "",
    people: people.map((one) => ({
      key: one.providerId ?? one.name,
      to: one.providerId ? paths.provider(one.providerId) : undefined,
      name: one.name,
      context: [one.kind ? t(`kinds:${one.kind}`) : "", one.commune].filter(Boolean).join(", "),
      presence: one.presence === "present" ? "" : t(`coaching:presence.${one.presence}`),
    })),
    files: listFiles(actor, "coaching_session", session.id).map((file) => describeFile(actor.locale, file)),
    filesTo: can(actor, "coaching.correct", session) ? paths.sessionFiles(session.id) : undefined,
    texts: textsOf(actor.locale, "coaching", "files"),
  });
}

export default function CoachingSession() {
  const { title, context, times, note, privateNote, people, files, filesTo, texts } = useLoaderData<typeof loader>();
  const t = texts.coaching.page;
  return (
    <>
      <PageTitle title={title} context={context} />
      <div className="grid gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="grid content-start gap-6">
          <section>
            <h2 className="text-l">{t.done}</h2>
            <p className="mt-2 whitespace-pre-wrap">{note || <span className="text-muted">{t.noNote}</span>}</p>
          </section>
          {privateNote ? (
            <section className="rounded-box border border-dashed border-control p-4">
              <h2 className="text-l">{t.between}</h2>
              <p className="text-s text-muted">{t.betweenHint}</p>
              <p className="mt-2 whitespace-pre-wrap">{privateNote}</p>
            </section>
          ) : null}
          {files.length > 0 || filesTo ? <FileSheet files={files} to={filesTo} accept={acceptedTypes} /> : null}
        </div>
        <aside className="sheet grid content-start gap-4 p-4">
          <section>
            <h2 className="font-semibold">{t.with}</h2>
            <ul className="mt-1 grid gap-2">
              {people.map((one) => (
                <li key={one.key}>
                  {one.to ? <a href={one.to}>{one.name}</a> : one.name}
                  <span className="block text-s text-muted">{[one.context, one.presence].filter(Boolean).join(" · ")}</span>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2 className="font-semibold">{t.time}</h2>
            <p>{times}</p>
          </section>
        </aside>
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
