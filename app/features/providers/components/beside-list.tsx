import { CallBack } from "~/features/accounts/components/call-back";
import type { BesideLine } from "../beside-page.server";

/** Who stands beside, at the foot of a host's page; several only where several offices or people follow their establishments. */
export function BesideList({ beside, back, isWide }: { beside: readonly BesideLine[]; back: string; isWide: boolean }) {
  return (
    <footer className={`mt-10 border-t border-rule ${isWide ? "" : "mx-auto max-w-2xl"}`}>
      {beside.map(({ contact, names, callbacks, id }) => (
        <div key={id}>
          {beside.length > 1 ? <p className="mt-4 -mb-4 text-s text-muted">{names}</p> : null}
          <CallBack contact={contact} action={callbacks} id={id} back={back} />
        </div>
      ))}
    </footer>
  );
}
