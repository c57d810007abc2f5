import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from "react";

interface Drag {
  id: string;
  /** The place, among the others, before which it would be put. */
  place: number;
}

/** Near the top or the bottom of the window, pixels: the page scrolls along. */
const edge = 90;

/**
 * Puts the items of a list in order by pulling their grips, with a mouse, a pen or a finger. The list's children are the
 * items, in the order of `ids`. `drop` hears which item was put before which other, undefined for the end. Escape gives up.
 */
export function useDragOrder(list: RefObject<HTMLElement>, ids: readonly string[], drop: (id: string, before?: string) => void) {
  const [drag, setDrag] = useState<Drag>();
  const last = useRef<Drag>();
  const moveTo = (next: Drag | undefined) => {
    last.current = next;
    setDrag(next);
  };
  const isDragging = drag !== undefined;
  useEffect(() => {
    if (!isDragging) return;
    const follow = (event: PointerEvent) => {
      const held = last.current;
      if (!held) return;
      scrollAlong(event.clientY);
      const place = placeAt(list.current, event.clientY);
      if (place !== held.place) moveTo({ ...held, place });
    };
    const end = () => {
      const held = last.current;
      moveTo(undefined);
      if (!held) return;
      const before = ids[held.place];
      const isMoved = before !== held.id && ids[held.place - 1] !== held.id;
      if (isMoved) drop(held.id, before);
    };
    const giveUp = () => moveTo(undefined);
    const onKey = (event: KeyboardEvent) => (event.key === "Escape" ? giveUp() : undefined);
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", giveUp);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", giveUp);
      window.removeEventListener("keydown", onKey);
    };
  });
  /** Of one item's grip. */
  const grip = (id: string) => ({
    onPointerDown: (event: ReactPointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      moveTo({ id, place: ids.indexOf(id) });
    },
  });
  return { grip, held: drag?.id, place: drag?.place };
}

/** How many items stand above this height by their middle. */
function placeAt(list: HTMLElement | null, y: number): number {
  return [...(list?.children ?? [])].filter((item) => {
    const { top, height } = item.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}

function scrollAlong(y: number): void {
  if (y < edge) window.scrollBy(0, -14);
  if (y > window.innerHeight - edge) window.scrollBy(0, 14);
}
