import { useEffect, useState } from "react";

/** Whether the page's JavaScript runs: until then it shows what works without. */
export function useHydrated(): boolean {
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return isHydrated;
}
