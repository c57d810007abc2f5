import { useEffect, useRef } from "react";

/** A box that takes the focus whenever its key is another: what a form came back with, wherever it stands on the page; an empty key takes none. */
export function useFocusOn(key: string) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (key !== "") box.current?.focus();
  }, [key]);
  return box;
}
