import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

interface CommuneSearchProps {
  office: string;
  words: string;
  communes: readonly { inseeCode: string; name: string; departement: string }[];
  epcis: readonly { code: string; label: string }[];
}

/** The official communes and EPCIs of these words, to tick and add. */
export function CommuneSearch({ office, words, communes, epcis }: CommuneSearchProps) {
  const t = useTexts("officeSettings").communes;
  const { actions } = useTexts("common");
  const isEmpty = words !== "" && communes.length === 0 && epcis.length === 0;
  return (
    <div className="grid max-w-2xl gap-5">
      <form method="get" className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="office" value={office} />
        <label className="grid grow gap-1 font-semibold">
          {t.search}
          <input name="q" type="search" defaultValue={words} className="input font-normal" />
        </label>
        <button type="submit" className="button">
          {actions.search}
        </button>
      </form>
      {isEmpty ? <p>{t.nothing}</p> : null}
      {communes.length > 0 ? (
        <Form method="post" className="sheet p-4">
          <fieldset>
            <legend className="font-semibold">{t.found}</legend>
            {communes.map((one) => (
              <label key={one.inseeCode} className="flex min-h-11 items-center gap-3">
                <input type="checkbox" name="communes" value={one.inseeCode} defaultChecked={communes.length === 1} />
                {one.name} ({one.departement})
              </label>
            ))}
          </fieldset>
          <button type="submit" className="button button-main mt-2">
            {t.addTicked}
          </button>
        </Form>
      ) : null}
      {epcis.length > 0 ? (
        <Form method="post" className="sheet grid justify-items-start gap-2 p-4">
          <h2 className="font-semibold">{t.epcis}</h2>
          {epcis.map((one) => (
            <button key={one.code} type="submit" name="epci" value={one.code} className="button text-left">
              {one.label}
            </button>
          ))}
        </Form>
      ) : null}
    </div>
  );
}
