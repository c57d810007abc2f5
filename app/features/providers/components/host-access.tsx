import { useTexts } from "~/i18n/use-texts";
import type { HostAccessData } from "../host-access-page.server";

/** A contact's own way into the provider's space: open it, or close it. */
export function HostAccess({ access }: { access: HostAccessData }) {
  const { access: t } = useTexts("records");
  return (
    <section className="mt-8 border-t border-rule pt-4">
      <h2 className="text-l">{t.title}</h2>
      <p className="mt-1">{access.text}</p>
      {access.state === "impossible" ? null : (
        <form method="post" className="mt-2">
          <button type="submit" name="intent" value={access.state === "open" ? "close-access" : "open-access"} className="button">
            {access.state === "open" ? t.close : t.give}
          </button>
        </form>
      )}
    </section>
  );
}
