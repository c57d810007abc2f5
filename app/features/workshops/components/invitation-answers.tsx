import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import type { InvitationsPage } from "../invitations-page.server";

/** What became of each invitation, and one reminder for those who said nothing. */
export function InvitationAnswers({ page }: { page: InvitationsPage }) {
  const t = useTexts("invitations");
  const { answers } = page;
  return (
    <section aria-labelledby="answers" className="grid gap-4">
      <h2 id="answers" className="text-l">
        {t.answers}{" "}
        <span className="font-normal text-muted">{answers.counts.length > 0 ? `(${answers.counts.join(", ")})` : ""}</span>
      </h2>
      {answers.rows.length === 0 ? <p className="text-muted">{t.noAnswers}</p> : null}
      {answers.remind && page.isOpen ? (
        <Form method="post" action={paths.workshopInvitations(page.id, { office: page.office.id })}>
          <input type="hidden" name="id" value={page.reminderId} />
          <button type="submit" name="intent" value="remind" className="button">
            {answers.remind}
          </button>
          <span className="ml-3 text-s text-muted">{t.remindNote}</span>
        </Form>
      ) : null}
      {answers.rows.length > 0 ? (
        <div className="sheet">
          <table className="list" role="table">
            <thead>
              <tr>
                <th scope="col">{t.provider}</th>
                <th scope="col">{t.sentTo}</th>
                <th scope="col">{t.answer}</th>
              </tr>
            </thead>
            <tbody>
              {answers.rows.map((one) => (
                <tr key={one.id}>
                  <td>
                    {one.to ? <a href={one.to}>{one.name}</a> : one.name}
                    <span className="block text-s text-muted [overflow-wrap:anywhere]">{one.address}</span>
                  </td>
                  <td className="sm:whitespace-nowrap">{one.sent}</td>
                  <td>
                    <span className="chip">{one.stateName}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
