let frozen: (() => number) | undefined;

/** Now, milliseconds UTC. Demo data and tests set another clock. */
export const now = (): number => (frozen ? frozen() : Date.now());

/** Runs with another clock (demo data, tests); `undefined` gives the real one back. */
export function setClock(clock: (() => number) | undefined): void {
  frozen = clock;
}
