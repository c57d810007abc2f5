import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { ProgrammeList } from "~/features/workshops/components/programme-list";
import { readHostProgramme } from "~/features/workshops/host-pages.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.programme.my.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => chooseOwnProvider(actor, null));
  return json({ ...readHostProgramme(actor), texts: textsOf(actor.locale, "programme", "workshops") });
}

export default function MyWorkshops() {
  const { mine, coming, past, texts } = useLoaderData<typeof loader>();
  const t = texts.programme.my;
  return (
    <>
      <PageTitle title={t.title} />
      {mine.length > 0 ? (
        <section aria-labelledby="mine" className="mb-8">
          <h2 id="mine" className="text-l">
            {t.mine}
          </h2>
          <ProgrammeList rows={mine} empty="" level={3} />
        </section>
      ) : null}
      <section aria-labelledby="coming">
        <h2 id="coming" className="text-l">
          {t.coming}
        </h2>
        <ProgrammeList rows={coming} empty={t.none} level={3} />
      </section>
      {past.length > 0 ? (
        <section aria-labelledby="past" className="mt-8">
          <h2 id="past" className="text-l">
            {t.past}
          </h2>
          <ProgrammeList rows={past} empty="" level={3} />
        </section>
      ) : null}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
