// Draws app/ui/fonts, the face of the product in the signs and weights that its pages use: `npm run fonts`. The rest of the Latin
// alphabet comes whole from the package, and travels when a page needs it (SIL Open Font License 1.1, no reserved name).
import { readFileSync, writeFileSync } from "node:fs";
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
