import { useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * A box whose links with `data-follow` are followed without a load where the page has its scripts: one listener for all of them. A key
 * held, another button or another target stay the browser's own.
 */
export function useFollowedLinks() {
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-follow]") : null;
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      navigate(link.pathname + link.search + link.hash);
    };
    const here = box.current;
    here?.addEventListener("click", follow);
    return () => here?.removeEventListener("click", follow);
  }, [navigate]);
  return box;
}
