import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FindRegistration } from "~/features/workshops/components/find-registration";
import { PublicPage } from "~/features/workshops/components/public-page";
import { VisitorRegistration } from "~/features/workshops/components/visitor-registration";
import { WorkshopPoster } from "~/features/workshops/components/workshop-poster";
import { getPublicWorkshop } from "~/features/workshops/public.queries.server";
import { readPublicWorkshop } from "~/features/workshops/public-pages.server";
import { shareTags } from "~/features/workshops/share-tags";
import { actOnPublicWorkshop } from "~/features/workshops/visitor-registration.server";
import { answering } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.poster.title} · ${data.office}` },
        { name: "description", content: data.description },
        { property: "og:title", content: data.poster.title },
        { property: "og:description", content: data.description },
        ...shareTags(data.image),
        { "script:ld+json": data.structured },
      ]
    : [];

export async function loader(asked: LoaderFunctionArgs) {
  const locale = localeOf(asked.request);
  const page = await answering(() => readPublicWorkshop(locale, asked.params.slug ?? "", asked.params.workshopId ?? ""));
  return json({ ...page, texts: textsOf(locale, "programme", "workshops") });
}

export async function action(asked: ActionFunctionArgs) {
  const { workshop } = await answering(() => getPublicWorkshop(asked.params.slug ?? "", asked.params.workshopId ?? ""));
  return actOnPublicWorkshop(asked, { ...workshop, isFull: workshop.state === "full" });
}

export default function PublicWorkshop() {
  const { poster, office, questions, id, back, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.programme;
  return (
    <PublicPage office={office} contact={{ email: null, phone: null }}>
      <p className="mb-4">
        <a href={back}>{t.back}</a>
      </p>
      <WorkshopPoster poster={poster} isPublic />
      <VisitorRegistration poster={poster} questions={questions} id={id} reply={reply && "resend" in reply ? undefined : reply} />
      {poster.isOpen && !(reply && "done" in reply) ? (
        <FindRegistration reply={reply && "resend" in reply ? reply.resend : undefined} />
      ) : null}
    </PublicPage>
  );
}

export const ErrorBoundary = ErrorPage;
