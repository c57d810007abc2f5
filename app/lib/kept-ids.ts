/** Ids of many rows, in their order, kept in little room. */
export interface KeptIds {
  readonly count: number;
  add(ids: readonly string[]): void;
  /** So many at a time, or fewer. */
  parts(size: number): Generator<string[]>;
}

/** Keeps ids as bytes, page by page: half a million weigh some twenty megabytes, and nothing to the heap of objects. */
export function keepIds(): KeptIds {
  const pages: Buffer[] = [];
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(ids) {
      if (ids.length === 0) return;
      pages.push(Buffer.from(ids.join("\n")));
      count += ids.length;
    },
    *parts(size) {
      for (const bytes of pages) {
        const page = bytes.toString("utf8").split("\n");
        for (let start = 0; start < page.length; start += size) yield page.slice(start, start + size);
      }
    },
  };
}
