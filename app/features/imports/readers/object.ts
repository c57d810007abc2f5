import { dig, isObject } from "~/lib/json-values";
import type { ImportRecord } from "../model";
import { type ApidaeReferences, isApidae, readApidae } from "./apidae";
import { isDatatourisme, readDatatourisme } from "./datatourisme";
import { isTourinsoft, readTourinsoft } from "./tourinsoft";

/** The record of an object of any known system; null when none knows it. */
export function readObject(value: unknown, references?: ApidaeReferences): ImportRecord | null {
  if (!isObject(value)) return null;
  const inner = dig(value, "d");
  if (isObject(inner)) return readObject(inner, references);
  if (isApidae(value)) return readApidae(value, references);
  if (isTourinsoft(value)) return readTourinsoft(value);
  if (isDatatourisme(value)) return readDatatourisme(value);
  return null;
}
