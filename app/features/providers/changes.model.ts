/** The columns whose value differs, in the order of `after`. */
export function changedColumns(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((column) => JSON.stringify(before[column] ?? null) !== JSON.stringify(after[column] ?? null));
}
