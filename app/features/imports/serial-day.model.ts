/** The day of Excel's own number, a clock time after it left out: `45363`, `45363.75`; null for none, or outside 1970 to 2100. */
export function dayOfSerial(text: string, isFrom1904 = false): string | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null;
  const days = Math.floor(Number(text)) + (isFrom1904 ? from1904 : 0);
  return days < from1970 || days > in2100 ? null : new Date((days - from1970) * 86_400_000).toISOString().slice(0, 10);
}

/** Days since 30 December 1899, by which most workbooks count. */
const [from1904, from1970, in2100] = [1_462, 25_569, 73_415];
