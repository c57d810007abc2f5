import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import type { RegistrationState } from "~/lib/vocabulary";

/** Take the seat that is offered, or give one's place back. */
export function SeatButtons({ state }: { state: RegistrationState }) {
  const { manage: t } = useTexts("programme");
  const giveBack = { offered: t.decline, waiting: t.leave, registered: t.cancel, cancelled: "", expired: "" };
  return (
    <Form method="post" className="my-4 flex flex-wrap gap-3">
      {state === "offered" ? (
        <button type="submit" name="intent" value="accept" className="button button-main">
          {t.accept}
        </button>
      ) : null}
      <button type="submit" name="intent" value="cancel" className="button">
        {giveBack[state]}
      </button>
    </Form>
  );
}
