import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import type { InvitationsPage } from "../invitations-page.server";

/** Who would get a mail, each with a tick to take away, and who would not and why. */
export function InvitationPreview({ page }: { page: InvitationsPage }) {
  const t = useTexts("invitations");
  const to = `${paths.workshopInvitations(page.id, { office: page.office.id, asked: "yes" })}${page.query ? `&${page.query}` : ""}`;
  return (
    <section aria-labelledby="who" className="grid gap-4">
      <h2 id="who" className="text-l">
        {t.who} <span className="font-normal text-muted">({page.mails})</span>
      </h2>
      <p className="text-muted">{[page.found, page.isCut ? t.cut : ""].filter(Boolean).join(" ")}</p>
      {page.invited.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <Form method="post" action={to} className="grid gap-4">
          <input type="hidden" name="id" value={page.formId} />
          {page.inSeason ? <input type="hidden" name="inSeason" value="on" /> : null}
          <ul className="sheet max-h-[32rem] overflow-y-auto">
            {page.invited.map((one) => (
              <li key={one.id} className="border-b border-rule last:border-b-0">
                <label className="flex min-h-11 items-center gap-3 px-4 py-2">
                  <input
                    type="checkbox"
                    name="providers"
                    value={one.id}
                    defaultChecked
                    className="size-5 shrink-0 accent-primary"
                  />
                  <span>
                    <span className="font-semibold">{one.name}</span>
                    <span className="block text-s text-muted">{one.context}</span>
                    <span className="block text-s text-muted [overflow-wrap:anywhere]">{one.addresses}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <div>
            <button type="submit" name="intent" value="send" className="button button-main">
              {page.send}
            </button>
            <p className="mt-1 max-w-2xl text-s text-muted">{t.sendNote}</p>
          </div>
        </Form>
      )}
      {page.withheld.length > 0 ? (
        <details className="sheet p-4">
          <summary className="font-semibold">{t.notInvited}</summary>
          <div className="mt-3 grid gap-4">
            {page.withheld.map((group) => (
              <div key={group.reason}>
                <h3 className="font-semibold">{group.title}</h3>
                <ul className="mt-1 flex flex-wrap gap-x-4">
                  {group.people.map((one) => (
                    <li key={one.id}>
                      <a href={one.to} className="inline-block py-1">
                        {one.name}
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </details>
      ) : null}
    </section>
  );
}
