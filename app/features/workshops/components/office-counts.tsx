import { fill, useTexts } from "~/i18n/use-texts";
import type { OfficeCount } from "../shares.server";

/** A pooled workshop's people by office: numbers alone. */
export function OfficeCounts({ offices }: { offices: readonly OfficeCount[] }) {
  const { shares: t } = useTexts("workshops");
  if (offices.length === 0) return null;
  const isHeld = offices.some((one) => one.present !== null);
  return (
    <section aria-labelledby="by-office" className="grid gap-3">
      <h2 id="by-office" className="text-l">
        {t.title}
      </h2>
      <div className="sheet">
        <table className="list" role="table">
          <thead>
            <tr>
              <th scope="col">{t.office}</th>
              <th scope="col">{t.seats}</th>
              <th scope="col">{t.registered}</th>
              {isHeld ? <th scope="col">{t.present}</th> : null}
              {isHeld ? <th scope="col">{t.partHead}</th> : null}
            </tr>
          </thead>
          <tbody>
            {offices.map((one) => (
              <tr key={one.id}>
                <td>{one.name}</td>
                <td>
                  <Count label={t.seats} value={one.seats || "–"} />
                </td>
                <td>
                  <Count label={t.registered} value={one.registered} />
                </td>
                {isHeld ? (
                  <td>
                    <Count label={t.present} value={one.present ?? 0} />
                  </td>
                ) : null}
                {isHeld ? <td>{one.part}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isHeld ? <p className="max-w-2xl text-s text-muted">{t.note}</p> : null}
    </section>
  );
}

/** On a phone the head of the table is gone: the number says what it counts. */
function Count({ label, value }: { label: string; value: number | string }) {
  const { named } = useTexts("workshops").page;
  return (
    <>
      <span className="text-s text-muted md:hidden">{fill(named, { name: label, text: "" })}</span>
      {value}
    </>
  );
}
