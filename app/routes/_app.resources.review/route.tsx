import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ReviewList } from "~/features/resources/components/review-list";
import { describeReview } from "~/features/resources/describe-review.server";
import { forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.review.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "resource.usage")) throw forbidden();
  return json({ ...describeReview(actor), texts: textsOf(actor.locale, "library") });
}

export default function ResourcesToReview() {
  const { parts, context, texts } = useLoaderData<typeof loader>();
  const t = texts.library.review;
  return (
    <>
      <PageTitle title={t.title} context={context} />
      {parts.length === 0 ? <Empty text={t.none} /> : <p className="mb-6 max-w-2xl text-muted">{t.help}</p>}
      <div className="grid gap-8">
        {parts.map((part) => (
          <section key={part.state}>
            <h2 className="mb-3 text-l">{part.title}</h2>
            <ReviewList rows={part.rows} />
          </section>
        ))}
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
