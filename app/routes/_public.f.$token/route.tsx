import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LostKeyPage } from "~/features/accounts/components/lost-key-page";
import { openingKey } from "~/features/accounts/lost-key.server";
import { FeedbackForm } from "~/features/workshops/components/feedback-form";
import { PublicPage } from "~/features/workshops/components/public-page";
import { readFeedbackForm, receiveFeedback } from "~/features/workshops/feedback-page.server";
import { textsOf } from "~/i18n/translate";
import { titledUnlisted } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titledUnlisted(data?.texts.programme.feedback.title);

export async function loader(asked: LoaderFunctionArgs) {
  const page = await openingKey(asked.request, () => readFeedbackForm(asked.params.token ?? ""));
  return json({ ...page, texts: textsOf(page.locale, "common", "programme", "workshops", "beside") });
}

export async function action(asked: ActionFunctionArgs) {
  return openingKey(asked.request, () => receiveFeedback(asked));
}

export default function Feedback() {
  const { id, office, contact, beside, isLater, over, intro, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.programme.feedback;
  const said = reply?.isDone ? "thanks" : over;
  return (
    <PublicPage office={office} contact={contact} beside={beside}>
      <h1 className="text-xl">{isLater ? t.later : t.title}</h1>
      <p className="mt-1 mb-6 text-muted">{intro}</p>
      {said ? (
        <p role="status" className="text-l font-semibold">
          {t[said]}
        </p>
      ) : (
        <FeedbackForm id={id} isLater={isLater} errors={reply?.errors ?? {}} values={reply?.values ?? {}} />
      )}
    </PublicPage>
  );
}

export const ErrorBoundary = LostKeyPage;
