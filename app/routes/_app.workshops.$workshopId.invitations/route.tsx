import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { InvitationAnswers } from "~/features/workshops/components/invitation-answers";
import { InvitationOffices } from "~/features/workshops/components/invitation-offices";
import { InvitationPreview } from "~/features/workshops/components/invitation-preview";
import { NeedFilters } from "~/features/workshops/components/need-filters";
import { actOnInvitations } from "~/features/workshops/invitations-action.server";
import { readInvitations } from "~/features/workshops/invitations-page.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { fill } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.invitations.title);

const paramsOf = (request: Request) => new URL(request.url).searchParams;

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => readInvitations(actor, asked.params.workshopId ?? "", paramsOf(asked.request)));
  return json({ ...page, texts: textsOf(actor.locale, "invitations") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const workshopId = asked.params.workshopId ?? "";
  return answering(() => actOnInvitations(actor, { workshopId, params: paramsOf(asked.request), fields }));
}

export default function Invitations() {
  const page = useLoaderData<typeof loader>();
  const t = page.texts.invitations;
  const back = (
    <a href={paths.workshop(page.id)} className="button">
      {t.back}
    </a>
  );
  return (
    <>
      <PageTitle
        title={t.title}
        context={[page.title, page.dates, fill(t.as, { office: page.office.name })].join(" · ")}
        action={back}
      />
      <div className="grid gap-8">
        {page.isOpen ? (
          <>
            <NeedFilters page={page} />
            <InvitationPreview key={page.formId} page={page} />
          </>
        ) : (
          <p>{t.closed}</p>
        )}
        <InvitationAnswers page={page} />
        {page.offices && page.isOpen ? <InvitationOffices page={page} offices={page.offices} /> : null}
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
