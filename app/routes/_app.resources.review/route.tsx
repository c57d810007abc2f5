import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ReviewList } from "~/features/resources/components/review-list";
import { describeReview } from "~/features/resources/describe-review.server";
import { forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.review.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "resource.usage")) throw forbidden();
  const list = "resources/review";
  const files = { xlsx: paths.listExport(list, "xlsx"), csv: paths.listExport(list, "csv") };
  return json({ ...describeReview(actor), files, texts: textsOf(actor.locale, "library") });
}

export default function ResourcesToReview() {
  const { parts, context, files, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
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
      <ExportLinks label={actions.export} files={parts.length > 0 ? files : undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
