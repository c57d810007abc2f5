import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { batchChanges } from "../model";

/** One change for all the steps ticked in the list above; the ticks name this form. */
export function BatchForm({ providerId }: { providerId: string }) {
  const { batch: t } = useTexts("plans");
  return (
    <details className="print:hidden">
      <summary className="flex min-h-11 items-center font-semibold text-primary">{t.title}</summary>
      <form id="batch" method="post" action={paths.planChanges(providerId)} className="mt-2 flex flex-wrap items-end gap-3">
        <div className="grid gap-1">
          <label htmlFor="change" className="font-semibold">
            {t.change}
          </label>
          <select id="change" name="change" className="input">
            {batchChanges.map((one) => (
              <option key={one} value={one}>
                {t.choices[one]}
              </option>
            ))}
          </select>
        </div>
        <div className="grid gap-1">
          <label htmlFor="batch-due" className="font-semibold">
            {t.dueOn}
          </label>
          <input id="batch-due" name="dueOn" type="date" className="input" />
        </div>
        <button type="submit" className="button">
          {t.apply}
        </button>
      </form>
    </details>
  );
}
