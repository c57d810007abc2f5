import { useEffect } from "react";

/** In a route's `handle`: its pages are links and forms alone, served without Remix's scripts (docs/decisions/speed-02). */
export const scriptless = { isScriptless: true } as const;

/** Whether a route's `handle` says so. */
export const isScriptless = (handle: unknown): boolean =>
  typeof handle === "object" && handle !== null && "isScriptless" in handle;

/**
 * All that such a page does in the browser: the summary of what was refused, or its first field, takes the focus, and an open page tells so
 * once where it carries a beacon. It names nothing outside itself, since it is sent as its own text.
 */
function act(): void {
  document.querySelector<HTMLElement>("[role=alert][tabindex], [aria-invalid=true]")?.focus();
  for (const one of document.querySelectorAll<HTMLElement>("[data-beacon]"))
    fetch(one.dataset.beacon ?? "", { method: "POST", keepalive: true }).catch(() => undefined);
}

/** A page with scripts may lead here without a load (signing in does): then the effect acts, the text does not. */
export function OneLineScript({ nonce }: { nonce: string }) {
  useEffect(act, []);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own function, without data.
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: `(${act})();` }} />;
}
