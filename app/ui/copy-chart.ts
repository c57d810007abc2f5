// A chart or a table of the page, put in the clipboard: in the browser, on what the server drew.

const drawn = ["fill", "stroke", "stroke-width", "font-size", "font-weight", "text-anchor"] as const;

/** The chart as a PNG at twice its size, on the page's own surface, its title above. */
export async function chartPicture(svg: SVGSVGElement, title: string): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const [head, edge] = [40, 16];
  const full = { width: width + 2 * edge, height: height + head + edge };
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg, { title, ...full, edge, head }))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = full.width * 2;
  canvas.height = full.height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

interface Frame {
  title: string;
  width: number;
  height: number;
  edge: number;
  head: number;
}

/** The drawing with its colours and letters written in it, since a picture reads no style sheet. */
function standalone(svg: SVGSVGElement, { title, width, height, edge, head }: Frame): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, place) => {
    const original = originals[place];
    if (original) writeStyle(element, getComputedStyle(original));
  });
  for (const element of [...copy.querySelectorAll('[display="none"]')]) element.remove();
  const box = svg.getBoundingClientRect();
  copy.setAttribute("x", String(edge));
  copy.setAttribute("y", String(head));
  copy.setAttribute("width", String(box.width));
  copy.setAttribute("height", String(box.height));
  const page = getComputedStyle(document.body);
  const words = document.createElement("i");
  words.textContent = title;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif">
    <rect width="100%" height="100%" fill="${page.backgroundColor}"/>
    <text x="${edge}" y="26" font-size="17" font-weight="bold" fill="${page.color}">${words.innerHTML}</text>
    ${new XMLSerializer().serializeToString(copy)}</svg>`;
}

function writeStyle(element: Element, style: CSSStyleDeclaration): void {
  for (const name of drawn) {
    const value = style.getPropertyValue(name);
    if (value && !value.includes("url(")) element.setAttribute(name, value);
  }
  if (style.display === "none") element.setAttribute("display", "none");
  element.removeAttribute("class");
}

/** Copies the picture, or saves it where the browser's clipboard takes none. */
export async function copyPicture(blob: Blob, name: string): Promise<"copied" | "saved"> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    return "copied";
  } catch {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${name}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
    return "saved";
  }
}

/** Copies the table as a table for a document, and as columns for a spreadsheet. */
export async function copyTable(table: HTMLTableElement): Promise<void> {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => (cell.textContent ?? "").trim()));
  const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`;
  const plain = rows.map((row) => row.join("\t")).join("\n");
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([plain], { type: "text/plain" }),
    }),
  ]);
}
