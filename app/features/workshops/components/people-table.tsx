import { Form } from "@remix-run/react";
import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ExportLinks } from "~/ui/export-links";
import type { DescribedPerson } from "../workshop-page.server";

interface PeopleTableProps {
  workshopId: string;
  people: DescribedPerson[];
  canChange: boolean;
  /** Where they are as files; undefined for who gets none. */
  files: { xlsx: string; csv: string } | undefined;
}

/** Who registered, in the order of arrival; an unknown person is matched in one tap. */
export function PeopleTable({ workshopId, people, canChange, files }: PeopleTableProps) {
  const { people: t } = useTexts("workshops");
  const { actions } = useTexts("common");
  return (
    <>
      <div className="sheet">
        <table className="list" role="table">
          <thead>
            <tr>
              <th scope="col">{t.person}</th>
              <th scope="col">{t.known}</th>
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.id} className={one.isLiving ? "" : "text-muted"}>
                <td>
                  <span className="font-semibold">{one.name}</span>
                  <span className="block text-s text-muted">{[one.establishment, one.contact].filter(Boolean).join(" · ")}</span>
                  <span className="block text-s text-muted">{[one.notes, ...one.answers].join(" · ")}</span>
                </td>
                <td>
                  <Known workshopId={workshopId} one={one} />
                </td>
                <td>
                  <span className="chip">{one.stateName}</span>
                  {canChange && one.isLiving ? (
                    <Form method="post" action={paths.workshopRegistrations(workshopId)}>
                      <input type="hidden" name="registrationId" value={one.id} />
                      <button
                        type="submit"
                        name="intent"
                        value="cancel"
                        className="min-h-11 text-left text-s text-primary underline"
                      >
                        {t.cancel}
                        <span className="sr-only"> ({one.name})</span>
                      </button>
                    </Form>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ExportLinks label={actions.export} files={files} />
    </>
  );
}

function Known({ workshopId, one }: { workshopId: string; one: DescribedPerson }) {
  const { people: t } = useTexts("workshops");
  if (one.provider) return <a href={one.provider.to}>{one.provider.name}</a>;
  if (one.countedBy) return <span className="text-muted">{one.countedBy}</span>;
  if (!one.match) return <span className="text-muted">{t.none}</span>;
  return (
    <Form method="post" action={paths.workshopRegistrations(workshopId)}>
      <input type="hidden" name="registrationId" value={one.id} />
      <input type="hidden" name="providerId" value={one.match.providerId} />
      <input type="hidden" name="contactId" value={one.match.contactId ?? ""} />
      <button type="submit" name="intent" value="match" className="button">
        {fill(t.match, { name: one.match.name })}
      </button>
    </Form>
  );
}
