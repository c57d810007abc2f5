/** What one file may unfold to; past it the file is refused, not cut (ASVS 5.2.3). */
export interface ReadLimits {
  entries: number;
  unpackedBytes: number;
  /** Unpacked to packed, of one entry that unfolds to more than a megabyte. */
  ratio: number;
  /** Bytes of one object, and of a side file read whole. */
  objectBytes: number;
  objects: number;
}

export const readLimits: ReadLimits = {
  entries: 300_000,
  unpackedBytes: 6 * 1024 ** 3,
  ratio: 250,
  objectBytes: 16 * 1024 ** 2,
  objects: 200_000,
};
