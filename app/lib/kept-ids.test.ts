import { expect, it } from "vitest";
import { keepIds } from "./kept-ids";

it("gives ids back in their order, so many at a time, as often as asked", () => {
  const kept = keepIds();
  kept.add(["a", "é-2", "c"]);
  kept.add([]);
  kept.add(["d"]);
  expect(kept.count).toBe(4);
  for (let nth = 0; nth < 2; nth += 1) expect([...kept.parts(2)]).toEqual([["a", "é-2"], ["c"], ["d"]]);
});
