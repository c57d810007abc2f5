/** What takes the keyboard, in the order of the page. */
const stops = "a[href], button, summary, input, select, textarea, [tabindex]";

/** The page's content as the server tells it now, its open tables and the keyboard's place kept; nothing changes where it does not answer. */
export async function readAgain(): Promise<void> {
  const answer = await fetch(location.href).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return;
  const now = document.getElementById("content");
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("content");
  if (!now || !fresh) return;
  const place = [...now.querySelectorAll(stops)].indexOf(document.activeElement ?? document.body);
  const folds = [...now.querySelectorAll("details")].map(({ open }) => open);
  for (const [nth, one] of fresh.querySelectorAll("details").entries()) one.open = folds[nth] ?? one.open;
  now.replaceChildren(...fresh.childNodes);
  now.querySelectorAll<HTMLElement>(stops)[place]?.focus({ preventScroll: true });
}
