import { CallBack } from "~/features/accounts/components/call-back";
import type { BesideLine } from "../beside-page.server";

/** Who stands beside, at the foot of a host's page; several only where several offices or people follow their establishments. */
export function BesideList({ beside, back }: { beside: readonly BesideLine[]; back: string }) {
  return (
    <footer className="mx-auto mt-10 max-w-2xl border-t border-rule">
      {beside.map(({ contact, names, callbacks, id }) => (
        <div key={id}>
          {beside.length > 1 ? <p className="mt-4 -mb-4 text-s text-muted">{names}</p> : null}
          <CallBack contact={contact} action={callbacks} id={id} back={back} />
        </div>
      ))}
    </footer>
  );
}
