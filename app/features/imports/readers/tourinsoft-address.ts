import { fold } from "~/lib/fold";
import { isObject, list, text } from "~/lib/json-values";
import type { ImportRecord } from "../model";
import { inseeOf, postcodeOf, streetOf } from "./fields";

type Address = Pick<ImportRecord, "street" | "postcode" | "communeName" | "inseeCode">;

/** The address: packed « l1|l2|l3|CP|COMMUNE|INSEE », nested (`AdresseCompletes`, `Adresses`), or flat fields. */
export function tourinsoftAddress(value: unknown): Address {
  if (!isObject(value)) return flat({});
  const entries = Object.entries(value).filter(([key]) => /^adresse/i.test(key));
  const packed = entries.map(([, one]) => text(one)).find((one) => one?.includes("|"));
  if (packed) return unpacked(packed);
  const nested = entries.flatMap(([, one]) => list(one)).find(isObject);
  return flat(nested ?? value);
}

/** Parts are found by the postcode, as some syndications add or drop lines. */
function unpacked(packed: string): Address {
  const parts = (packed.split("#")[0] ?? "").split("|").map((part) => part.trim());
  const place = parts.findIndex((part) => /^\d{5}$/.test(part));
  const lines = parts.slice(0, place < 0 ? 3 : place);
  return {
    street: streetOf(lines),
    postcode: postcodeOf(parts[place] ?? null),
    communeName: text(parts[place < 0 ? 4 : place + 1]),
    inseeCode: place < 0 ? null : inseeOf(parts.slice(place + 2).find((part) => inseeOf(part) !== null) ?? null),
  };
}

function flat(owner: Record<string, unknown>): Address {
  const named = new Map(Object.entries(owner).map(([key, one]) => [fold(key).replace(/[^a-z0-9]/g, ""), one]));
  const first = (...keys: string[]) => text(keys.map((key) => text(named.get(key))));
  return {
    street: streetOf(["adresse1", "adresse1suite", "adresse2", "adresse3"].map((key) => first(key))) ?? first("adresse", "rue"),
    postcode: postcodeOf(first("codepostal", "cp")),
    communeName: first("commune", "ville", "libellecommune"),
    inseeCode: inseeOf(first("codeinsee", "insee", "codeinseecommune")),
  };
}
