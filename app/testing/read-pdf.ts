import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A node of the structure, or the marked content at its end. */
interface Branch {
  role?: string;
  type?: string;
  children?: Branch[];
}

/**
 * A PDF as a reader of another hand finds it (Mozilla's pdf.js): its words page by page, their sizes in points, whether it is tagged, and
 * the roles of its structure.
 */
export async function readPdf(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  const roles = new Set<string>();
  const sizes: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    );
    const [left = 0, low = 0, right = 0, high = 0] = page.view;
    sizes.push(`${Math.round(right - left)}x${Math.round(high - low)}`);
    collect(await page.getStructTree(), roles);
  }
  const mark = await pdf.getMarkInfo();
  const { info } = await pdf.getMetadata();
  const language = "Language" in info ? String(info.Language) : "";
  await pdf.destroy();
  return { pages, text: pages.join(" "), isTagged: mark?.Marked === true, roles: [...roles], language, sizes };
}

function collect(branch: Branch | null, roles: Set<string>): void {
  if (!branch) return;
  if (branch.role) roles.add(branch.role);
  for (const child of branch.children ?? []) collect(child, roles);
}
