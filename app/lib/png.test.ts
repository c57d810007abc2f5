import sharp from "sharp";
import { expect, it } from "vitest";
import { fitPng } from "./png";

it("keeps a picture's shape, and enlarges none", async () => {
  const png = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#0a5c58" } })
      .png()
      .toBuffer();
  const box = { width: 180, height: 60 };
  expect(fitPng(await png(240, 240), box)).toEqual({ width: 60, height: 60 });
  expect(fitPng(await png(720, 120), box)).toEqual({ width: 180, height: 30 });
  expect(fitPng(await png(40, 20), box)).toEqual({ width: 40, height: 20 });
});
