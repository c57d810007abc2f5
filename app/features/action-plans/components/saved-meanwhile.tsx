import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

interface SavedMeanwhileProps {
  differences: { field: string; label: string; saved: string }[];
}

/** What someone else saved while one typed, beside what one typed. */
export function SavedMeanwhile({ differences }: SavedMeanwhileProps) {
  const { form, none } = useTexts("common");
  if (differences.length === 0) return null;
  return (
    <div role="alert" className="sheet border-warn p-4">
      <p className="flex items-center gap-2 font-semibold text-warn">
        <Icon name="triangle-exclamation-point" size={20} />
        {form.conflictTitle}
      </p>
      <p>{form.conflict}</p>
      <dl className="mt-2 grid gap-1">
        {differences.map((one) => (
          <div key={one.field}>
            <dt className="inline font-semibold">
              {one.label}, {form.saved} :{" "}
            </dt>
            <dd className="inline">{one.saved || none}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
