/** Milliseconds: how often one asks, how much that varies, how long after a refresh the next may come, and how soon who is busy is looked at again. */
const [every, spread, gap, patience] = [20_000, 10_000, 15_000, 2000];

interface Watched {
  /** The version of the figures that the page shows. */
  version: () => string;
  /** Where their version is asked for. */
  address: string;
  /** Reads the page again. */
  refresh: () => void;
}

/**
 * Has the page read again when its figures moved: asks for their version while the tab is seen, each tab at its own
 * time; never while somebody types, chooses or has a window open, and once at most within 15 seconds.
 * Returns what ends it.
 */
export function watchFigures({ version, address, refresh }: Watched): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refreshedAt = Date.now();
  const later = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(look, delay);
  };
  const look = async () => {
    if (document.visibilityState === "hidden") return;
    if (!(await hasMoved(address, version()))) return later(every + Math.random() * spread);
    readAgain();
  };
  const readAgain = () => {
    const wait = refreshedAt + gap - Date.now();
    if (isBusy() || wait > 0) {
      clearTimeout(timer);
      timer = setTimeout(readAgain, Math.max(patience, wait));
      return;
    }
    refreshedAt = Date.now();
    refresh();
    later(every + Math.random() * spread);
  };
  // Back from another tab: soon, yet not all tabs of an office at once.
  const seen = () => document.visibilityState === "visible" && later(Math.random() * patience);
  document.addEventListener("visibilitychange", seen);
  later(every + Math.random() * spread);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", seen);
  };
}

async function hasMoved(address: string, version: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { headers: { "If-None-Match": `"${version}"` }, cache: "no-store" });
    return answer.status === 200 && (await answer.text()) !== version;
  } catch {
    // Out of the network: asked again at the next time.
    return false;
  }
}

function isBusy(): boolean {
  if (document.querySelector("dialog[open], [role=dialog], [role=alertdialog], [role=menu]")) return true;
  return document.activeElement?.matches("input, select, textarea, [contenteditable=true]") ?? false;
}
