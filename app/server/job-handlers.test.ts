import { expect, test } from "vitest";
import { jobGroups } from "./job-handlers.server";

test.each(jobGroups)("what does $kinds knows these kinds and no other", async ({ kinds, read }) => {
  expect(Object.keys(await read()).toSorted()).toEqual(kinds.toSorted());
});
