import { useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";

/** A change of one date, or of it and those that follow. */
export function SeriesScope() {
  const { series: t } = useTexts("workshops");
  return (
    <fieldset>
      <legend className="font-semibold">{t.scope}</legend>
      <div className="mt-1 flex flex-wrap gap-2">
        <Choice type="radio" name="scope" value="one" isChecked>
          {t.one}
        </Choice>
        <Choice type="radio" name="scope" value="following">
          {t.following}
        </Choice>
      </div>
    </fieldset>
  );
}
