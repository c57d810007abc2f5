import { useEffect } from "react";

/** Tells once that the page stood open before someone; without JavaScript the first answer tells it. */
export function SeenBeacon({ to }: { to: string }) {
  useEffect(() => {
    fetch(to, { method: "POST", keepalive: true }).catch(() => undefined);
  }, [to]);
  return null;
}
