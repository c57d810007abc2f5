import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

/** What waits to be published, and the one button that does it. */
export function PublishBar({ providerId, text }: { providerId: string; text: string }) {
  const { draft: t } = useTexts("plans");
  return (
    <form
      method="post"
      action={paths.planPublication(providerId)}
      className="mb-4 flex flex-wrap items-center justify-between gap-3 border-l-8 border-mark bg-surface p-4 print:hidden"
    >
      <p>{text}</p>
      <button type="submit" className="button button-main">
        {t.publish}
      </button>
    </form>
  );
}
