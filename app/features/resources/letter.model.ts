/** A piece of news as hosts read it: why it matters is said between colleagues. */
interface LetterItem {
  title: string;
  url: string;
  summary: string;
}

/** The news of a letter as plain text, to paste into the office's mailing tool. */
export const letterText = (items: readonly LetterItem[], intro = ""): string =>
  [intro, ...items.map((item) => [item.title, item.summary, item.url].filter(Boolean).join("\n"))].filter(Boolean).join("\n\n");

/** The same as HTML, every text escaped. */
export const letterHtml = (items: readonly LetterItem[], intro = ""): string =>
  [...paragraphsOf(intro.split(/\n{2,}/)), ...items.map(itemHtml)].join("\n");

const itemHtml = ({ title, url, summary }: LetterItem): string =>
  [`<h2><a href="${escaped(url)}">${escaped(title)}</a></h2>`, ...paragraphsOf([summary])].join("\n");

const paragraphsOf = (texts: readonly string[]) => texts.filter(Boolean).map((text) => `<p>${escaped(text)}</p>`);

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
