import { useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";
import { HolidayTicks } from "./holiday-ticks";

interface SeriesScopeProps {
  values: Record<string, string>;
  hasHolidays: boolean;
}

/** A change of one date, or of it and those that follow, with or without those in holidays. */
export function SeriesScope({ values, hasHolidays }: SeriesScopeProps) {
  const { series: t } = useTexts("workshops");
  const isFollowing = values.scope === "following";
  return (
    <fieldset className="grid gap-2">
      <legend className="font-semibold">{t.scope}</legend>
      <div className="mt-1 flex flex-wrap gap-2">
        <Choice type="radio" name="scope" value="one" isChecked={!isFollowing}>
          {t.one}
        </Choice>
        <Choice type="radio" name="scope" value="following" isChecked={isFollowing}>
          {t.following}
        </Choice>
      </div>
      <div>
        <p className="text-s text-muted">{t.followingNote}</p>
        <HolidayTicks values={values} hasHolidays={hasHolidays} />
      </div>
    </fieldset>
  );
}
