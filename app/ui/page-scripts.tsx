import { Scripts, ScrollRestoration } from "@remix-run/react";
import { useEffect } from "react";

/** In a route's `handle`: its page does something that takes Remix's scripts. All others are links and forms alone (docs/decisions/speed-08). */
export const scripted = { isScripted: true } as const;

const isScripted = (handle: unknown): boolean => typeof handle === "object" && handle !== null && "isScripted" in handle;

interface PageScriptsProps {
  /** Of the routes that make the page. */
  handles: readonly unknown[];
  nonce: string;
}

/**
 * Remix's scripts where the page needs them, else the few lines that every page needs. Where a load shows the page, the browser itself goes back to
 * where one was reading; a page with scripts does it for those that it leads to without one.
 */
export function PageScripts({ handles, nonce }: PageScriptsProps) {
  const isPlain = !handles.some(isScripted);
  const isServer = typeof document === "undefined";
  return (
    <>
      {isServer && isPlain ? null : <ScrollRestoration nonce={nonce} />}
      {isPlain ? <OneLineScript nonce={nonce} /> : <Scripts nonce={nonce} />}
    </>
  );
}

/**
 * All that a page of links and forms does in the browser: the summary of what was refused, or its first field, takes the focus, and an open page
 * tells so once where it carries a beacon. It names nothing outside itself, since it is sent as its own text.
 */
function act(): void {
  document.querySelector<HTMLElement>("[role=alert][tabindex], [aria-invalid=true]")?.focus();
  for (const one of document.querySelectorAll<HTMLElement>("[data-beacon]"))
    fetch(one.dataset.beacon ?? "", { method: "POST", keepalive: true }).catch(() => undefined);
}

/** A page with scripts may lead here without a load (signing in does): then the effect acts, the text does not. */
function OneLineScript({ nonce }: { nonce: string }) {
  useEffect(act, []);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own function, without data.
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: `(${act})();` }} />;
}
