import { Form } from "@remix-run/react";
import { useLabelled, useTexts } from "~/i18n/use-texts";

export interface InvitationLine {
  id: string;
  to: string;
  name: string;
  email: string;
  roles: string;
  until: string;
}

/** Invitations still open, each sent again or taken back in one tap. */
export function InvitationTable({ rows }: { rows: readonly InvitationLine[] }) {
  const labelled = useLabelled();
  const t = useTexts("settings").people;
  return (
    <div className="sheet">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.roles}</th>
            <th scope="col">{t.until}</th>
            <th scope="col">{t.acts}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <span className="font-semibold">{row.name}</span>
                <span className="block text-s text-muted">{row.email}</span>
              </td>
              <td>{row.roles}</td>
              <td data-label={t.until}>{row.until}</td>
              <td>
                <Form method="post" action={row.to} className="flex flex-wrap gap-2">
                  {(["resend", "revoke"] as const).map((intent) => (
                    <button
                      key={intent}
                      type="submit"
                      name="intent"
                      value={intent}
                      className="button text-s"
                      aria-label={labelled(t[intent], row.name)}
                    >
                      {t[intent]}
                    </button>
                  ))}
                </Form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
