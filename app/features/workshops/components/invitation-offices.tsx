import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import type { InvitationsPage } from "../invitations-page.server";
import { Ticks } from "./form-fields";

interface InvitationOfficesProps {
  page: InvitationsPage;
  offices: NonNullable<InvitationsPage["offices"]>;
}

/** A pooled workshop: the invitation goes to each office, which sends it to its own. */
export function InvitationOffices({ page, offices }: InvitationOfficesProps) {
  const { offices: t } = useTexts("invitations");
  if (offices.called.length + offices.others.length === 0) return null;
  return (
    <section aria-labelledby="offices" className="grid gap-3">
      <h2 id="offices" className="text-l">
        {t.title}
      </h2>
      <p className="max-w-2xl text-muted">{t.intro}</p>
      {offices.called.length > 0 ? (
        <ul>
          {offices.called.map((one) => (
            <li key={one.id}>{one.text}</li>
          ))}
        </ul>
      ) : null}
      {offices.others.length > 0 ? (
        <Form method="post" action={paths.workshopInvitations(page.id, { office: page.office.id })} className="grid gap-3">
          <input type="hidden" name="id" value={page.callId} />
          <input type="hidden" name="need" value={page.query} />
          <Ticks name="organisations" legend={t.pick} options={offices.others} chosen={[]} />
          <div>
            <button type="submit" name="intent" value="call" className="button">
              {t.ask}
            </button>
          </div>
        </Form>
      ) : null}
    </section>
  );
}
