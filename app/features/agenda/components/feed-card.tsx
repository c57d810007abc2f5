import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

interface FeedCardProps {
  feed: { subject: string; name: string; isMade: boolean; text: string };
  /** What the form has just done; the address is shown here and nowhere else. */
  changed: { address: string | null } | undefined;
}

/** One calendar and its secret address: made, renewed, ended. */
export function FeedCard({ feed, changed }: FeedCardProps) {
  const t = useTexts("appointments").feed;
  return (
    <section aria-label={feed.name} className="sheet grid gap-3 p-4">
      <h2 className="text-l">{feed.name}</h2>
      {changed ? <Changed name={feed.name} address={changed.address} /> : <p className="text-muted">{feed.text}</p>}
      <Form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="subject" value={feed.subject} />
        <button type="submit" name="intent" value="renew" className="button button-main">
          {feed.isMade ? t.renew : t.make}
        </button>
        {feed.isMade ? (
          <button type="submit" name="intent" value="end" className="button">
            {t.end}
          </button>
        ) : null}
      </Form>
    </section>
  );
}

function Changed({ name, address }: { name: string; address: string | null }) {
  const t = useTexts("appointments").feed;
  return (
    <div role="status">
      <p>{address ? t.copy : t.ended}</p>
      {address ? <input aria-label={name} readOnly className="input mt-2" value={address} /> : null}
    </div>
  );
}
