import { useTexts } from "~/i18n/use-texts";
import { Tick } from "./form-fields";

interface HolidayTicksProps {
  values: Record<string, string>;
  /** The office's calendar file tells holidays to come. */
  hasHolidays: boolean;
}

/** Which dates to do without: those of the office's school holidays, public holidays. */
export function HolidayTicks({ values, hasHolidays }: HolidayTicksProps) {
  const { series: t } = useTexts("workshops");
  return (
    <div className="flex flex-wrap gap-x-5">
      {hasHolidays ? <Tick name="withoutSchool" label={t.withoutSchool} isChecked={values.withoutSchool === "on"} /> : null}
      <Tick name="withoutPublic" label={t.withoutPublic} isChecked={values.withoutPublic === "on"} />
    </div>
  );
}
