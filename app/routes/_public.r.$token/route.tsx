import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LostKeyPage } from "~/features/accounts/components/lost-key-page";
import { openingKey } from "~/features/accounts/lost-key.server";
import { GivenResources } from "~/features/workshops/components/given-resources";
import { PublicPage } from "~/features/workshops/components/public-page";
import { RegisterForm } from "~/features/workshops/components/register-form";
import { SeatButtons } from "~/features/workshops/components/seat-buttons";
import { WorkshopPoster } from "~/features/workshops/components/workshop-poster";
import { manageRegistration, readManagePage } from "~/features/workshops/manage-page.server";
import { textsOf } from "~/i18n/translate";
import { titledUnlisted } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titledUnlisted(data?.texts.programme.manage.title);

export async function loader(asked: LoaderFunctionArgs) {
  const page = await openingKey(asked.request, () => readManagePage(asked.params.token ?? ""));
  return json({ ...page, texts: textsOf(page.locale, "common", "programme", "workshops", "beside") });
}

export async function action(asked: ActionFunctionArgs) {
  return openingKey(asked.request, () => manageRegistration(asked));
}

export default function ManageRegistration() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = page.texts.programme;
  return (
    <PublicPage office={page.office} contact={page.contact} beside={page.beside}>
      <h1 className="text-xl">{t.manage.title}</h1>
      <p role="status" className="mt-2 text-l font-semibold">
        {page.isSpent ? t.manage.over : page.status}
      </p>
      {page.isLiving ? <SeatButtons state={page.state} /> : null}
      {page.video ? (
        <p className="my-4">
          {t.manage.video} <a href={page.video}>{page.video}</a>
        </p>
      ) : null}
      <WorkshopPoster poster={page.poster} level={2} isPublic />
      {page.isLiving ? <GivenResources title={t.manage.before} given={page.given} /> : null}
      {page.publicPage ? (
        <p className="mt-4">
          <a href={page.publicPage}>{t.manage.again}</a>
        </p>
      ) : null}
      {page.isLiving ? (
        <details className="mt-6" open={reply !== undefined}>
          <summary className="button list-none">{t.manage.change}</summary>
          <div className="mt-3">
            <RegisterForm
              id={page.id}
              questions={page.questions}
              reply={reply}
              known={page.known}
              without={["email"]}
              submit={t.manage.save}
            />
          </div>
        </details>
      ) : null}
    </PublicPage>
  );
}

export const ErrorBoundary = LostKeyPage;
