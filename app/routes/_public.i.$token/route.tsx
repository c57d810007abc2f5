import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LostKeyPage } from "~/features/accounts/components/lost-key-page";
import { openingKey } from "~/features/accounts/lost-key.server";
import { PublicPage } from "~/features/workshops/components/public-page";
import { VisitorRegistration } from "~/features/workshops/components/visitor-registration";
import { WorkshopPoster } from "~/features/workshops/components/workshop-poster";
import { answerInvitation, readInvited } from "~/features/workshops/invited-page.server";
import { textsOf } from "~/i18n/translate";
import { titledUnlisted } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titledUnlisted(data?.texts.invited.title);

export async function loader(asked: LoaderFunctionArgs) {
  const page = await openingKey(asked.request, () => readInvited(asked.params.token ?? ""));
  return json({ ...page, texts: textsOf(page.locale, "common", "programme", "workshops", "beside", "invited") });
}

export async function action(asked: ActionFunctionArgs) {
  return openingKey(asked.request, () => answerInvitation(asked));
}

export default function Invited() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = page.texts.invited;
  const said = page.isRegistered ? t.registered : page.hasDeclined ? t.hasDeclined : "";
  return (
    <PublicPage office={page.office} contact={page.contact} beside={page.beside}>
      <h1 className="mb-4 text-xl">{t.title}</h1>
      {said ? (
        <p role="status" className="mb-4 border-l-8 border-mark pl-4 font-semibold">
          {said}
        </p>
      ) : null}
      <WorkshopPoster poster={page.poster} level={2} isPublic />
      {page.isRegistered ? null : (
        <VisitorRegistration
          poster={page.poster}
          questions={page.questions}
          id={page.id}
          reply={reply}
          known={page.known}
          without={["email"]}
        />
      )}
      {page.isRegistered || page.hasDeclined || !page.poster.isOpen ? null : (
        <form method="post" className="mt-4">
          <button type="submit" name="intent" value="decline" className="button">
            {t.decline}
          </button>
        </form>
      )}
    </PublicPage>
  );
}

export const ErrorBoundary = LostKeyPage;
