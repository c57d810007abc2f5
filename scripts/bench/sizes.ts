/** How much a generated file holds; the same for everyone, so that figures can be compared. */
export interface Size {
  name: string;
  offices: number;
  providers: number;
  sessions: number;
}

export const sizes = {
  small: { name: "small", offices: 1, providers: 300, sessions: 3000 },
  region: { name: "region", offices: 60, providers: 18_000, sessions: 180_000 },
  nation: { name: "nation", offices: 1000, providers: 300_000, sessions: 3_000_000 },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof sizes;
export const isSizeName = (text: string): text is SizeName => Object.hasOwn(sizes, text);

/** Years of sessions, up to the day of the run. */
export const years = 5;

const kinds = { organisation: 1, user: 2, membership: 3, provider: 4, establishment: 5, contact: 6 } as const;
const rowKinds = { plan: 7, action: 8, session: 9, participant: 10, state: 11 } as const;

/** A UUID made of a kind and a number: the same file each time, in the order of its rows. */
export function idOf(kind: keyof typeof kinds | keyof typeof rowKinds, n: number): string {
  const code = { ...kinds, ...rowKinds }[kind];
  return `${code.toString(16).padStart(8, "0")}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** A number from 0 to 1 that depends on `n` alone. */
export function chance(n: number): number {
  let mixed = Math.imul(n ^ (n >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}

/** One of a list, by `n`. */
export function pick<T>(list: readonly T[], n: number): T {
  const found = list[Math.floor(chance(n) * list.length)];
  if (found === undefined) throw new Error("an empty list has nothing to pick");
  return found;
}

/** `total` cut into uneven whole parts whose sum is `total`; the biggest is about nine times the smallest. */
export function unevenParts(total: number, count: number): number[] {
  const weights = Array.from({ length: count }, (_, n) => 0.35 + 2.65 * chance(n + 17) ** 2);
  const sum = weights.reduce((all, one) => all + one, 0);
  let [given, weighed] = [0, 0];
  return weights.map((weight) => {
    weighed += weight;
    const upTo = Math.round((total * weighed) / sum);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
