import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

/** Whether the coordinator sees named providers: what holds today, and the button that changes it. */
export function SharingForm({ isShared }: { isShared: boolean }) {
  const { sharing } = useTexts("officeSettings");
  return (
    <section className="mt-10 max-w-2xl">
      <h2 className="text-l">{sharing.title}</h2>
      <p className="mt-1">{isShared ? sharing.on : sharing.off}</p>
      <p className="text-muted">{sharing.audited}</p>
      <Form method="post" className="mt-3">
        <input type="hidden" name="isShared" value={isShared ? "no" : "yes"} />
        <button type="submit" name="intent" value="sharing" className="button">
          {isShared ? sharing.keep : sharing.share}
        </button>
      </Form>
    </section>
  );
}
