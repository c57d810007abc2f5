import MarkdownIt from "markdown-it";

const parser = new MarkdownIt({ html: false, linkify: true, typographer: false });
parser.validateLink = (url) => /^(https?:|mailto:|tel:|\/(?!\/)|#)/i.test(url.trim());

/** Markdown as HTML: raw HTML stays text, links go to http, https, mailto, tel or this site alone. */
export function markdownToHtml(text: string): string {
  return parser.render(text);
}
