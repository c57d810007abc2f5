import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { paths } from "~/paths";

export type DraftState = { kind: "none" } | { kind: "kept"; time: string } | { kind: "expired" } | { kind: "unreachable" };

const waitMs = 2000;

/**
 * Keeps what is being typed on the server, quietly, a moment after the last key and when the page
 * is left. By fetch and not by a fetcher: a draft changes nothing that the page has loaded.
 */
export function useDraft(form: RefObject<HTMLFormElement>, path: string) {
  const [state, setState] = useState<DraftState>({ kind: "none" });
  const timer = useRef<number | undefined>(undefined);
  const isDirty = useRef(false);
  const keep = useCallback(async () => {
    if (!form.current || !isDirty.current) return;
    isDirty.current = false;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) if (typeof value === "string") body.append(name, value);
    body.set("draftOf", path);
    setState(await send(body));
  }, [form, path]);
  const touch = useCallback(() => {
    isDirty.current = true;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(keep, waitMs);
  }, [keep]);
  const stop = useCallback(() => {
    isDirty.current = false;
    window.clearTimeout(timer.current);
  }, []);
  useEffect(() => {
    const leave = () => document.visibilityState === "hidden" && keep();
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", keep);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", keep);
    };
  }, [keep, stop]);
  return { state, touch, stop };
}

async function send(body: URLSearchParams): Promise<DraftState> {
  try {
    const answer = await fetch(paths.coachingDrafts(), { method: "POST", body, keepalive: true });
    if (answer.status === 401) return { kind: "expired" };
    if (!answer.ok) return { kind: "unreachable" };
    const { time }: { time: string } = await answer.json();
    return { kind: "kept", time };
  } catch {
    return { kind: "unreachable" };
  }
}
