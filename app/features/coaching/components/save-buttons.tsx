import { useNavigation } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

/** Saving, whole or to be completed; a page of two contents has its own ways out. */
export function SaveButtons({ isCorrection, isHidden }: { isCorrection: boolean; isHidden: boolean }) {
  const t = useTexts("sessionForm");
  const isBusy = useNavigation().state !== "idle";
  if (isHidden) return null;
  return (
    <div className="flex flex-wrap gap-3">
      <button type="submit" name="intent" value="save" className="button button-main px-6" aria-disabled={isBusy || undefined}>
        {isCorrection ? t.saveCorrection : t.save}
      </button>
      <button type="submit" name="intent" value="incomplete" className="button" aria-disabled={isBusy || undefined}>
        {t.saveIncomplete}
      </button>
    </div>
  );
}
