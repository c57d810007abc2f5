interface LetterItem {
  title: string;
  url: string;
  summary: string;
  why: string;
}

/** The news of a letter as plain text, to paste into the office's mailing tool. */
export const letterText = (items: readonly LetterItem[]): string =>
  items.map((item) => [item.title, item.summary, item.why, item.url].filter(Boolean).join("\n")).join("\n\n");

/** The same as HTML, every text escaped. */
export const letterHtml = (items: readonly LetterItem[]): string =>
  items
    .map(({ title, url, summary, why }) => {
      const paragraphs = [summary, why].filter(Boolean).map((text) => `<p>${escaped(text)}</p>`);
      return [`<h2><a href="${escaped(url)}">${escaped(title)}</a></h2>`, ...paragraphs].join("\n");
    })
    .join("\n");

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
