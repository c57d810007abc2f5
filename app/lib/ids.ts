import { uuidv7 } from "uuidv7";

let source: () => string = uuidv7;

/** A UUIDv7, made by whoever creates the thing (design 3.3). */
export const newId = (): string => source();

/** Draws ids from another source (the demonstration: the same day gives the same data); `undefined` gives the real one back. */
export function setIdSource(other: (() => string) | undefined): void {
  source = other ?? uuidv7;
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const isId = (text: string): boolean => shape.test(text);
