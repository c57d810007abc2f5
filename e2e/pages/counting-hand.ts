import type { Locator } from "@playwright/test";

/**
 * Counts what a person does: each tap, each field entered, each typing and each key that commits is
 * one. A field is entered (one) and typed in (one).
 */
export function countingHand() {
  let count = 0;
  return {
    get count() {
      return count;
    },
    async tap(target: Locator) {
      count += 1;
      await target.click();
    },
    async type(field: Locator, text: string) {
      count += 2;
      await field.click();
      await field.pressSequentially(text);
    },
  };
}
