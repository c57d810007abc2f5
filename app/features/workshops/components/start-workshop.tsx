import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

/** One large button, from the day before on. */
export function StartWorkshop({ canStart }: { canStart: boolean }) {
  const { attendance: t } = useTexts("workshops");
  if (!canStart) return <p>{t.notYet}</p>;
  return (
    <Form method="post" className="sheet grid gap-3 p-6">
      <p>{t.startNote}</p>
      <div>
        <button type="submit" name="intent" value="start" className="button button-main min-h-14 px-8">
          {t.start}
        </button>
      </div>
    </Form>
  );
}
