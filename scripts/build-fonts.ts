// Draws app/ui/fonts and content/fonts, the face of the product in the signs and weights that it uses: `npm run fonts`. The rest
// of the Latin alphabet comes whole from the package, and travels when a page needs it. The licence (SIL Open Font License 1.1,
// no reserved name) goes with each copy.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import subset from "subset-font";

const source =
  "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2";

const latin1 = Array.from({ length: 0x100 - 0x20 }, (_, nth) => nth + 0x20).filter((code) => code < 0x7f || code > 0x9f);
const signs = `${String.fromCodePoint(...latin1)}ŒœŸ€™…‑–—‘’“”„•‹›′″→←↑↓−∕\u2009\u200a\u202f`;

const face = await subset(readFileSync(source), signs, {
  targetFormat: "woff2",
  variationAxes: { wght: { min: 400, max: 700 } },
});
writeFileSync("app/ui/fonts/atkinson-hyperlegible-next.woff2", face);
console.log(`${face.length} bytes`);

// Documents take the two weights whole, unpacked: unpacking them anew took most of the time of a one-page document.
const inRange = (from: number, to = from) => Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
const latin = [inRange(0x20, 0x7e), inRange(0xa0, 0xff), [0x131, 0x152, 0x153, 0x2c6, 0x2da, 0x2dc], inRange(0x2000, 0x206f)];
const others = [0x2bb, 0x2bc, 0x304, 0x308, 0x329, 0x20ac, 0x2122, 0x2191, 0x2193, 0x2212, 0x2215];
for (const weight of [400, 700]) {
  const packed = readFileSync(
    `node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
  );
  const whole = await subset(packed, String.fromCodePoint(...latin.flat(), ...others), { targetFormat: "sfnt" });
  writeFileSync(`content/fonts/atkinson-hyperlegible-next-${weight}.ttf`, whole);
}

for (const folder of ["app/ui/fonts", "content/fonts"])
  copyFileSync("node_modules/@fontsource-variable/atkinson-hyperlegible-next/LICENSE", `${folder}/LICENSE`);
