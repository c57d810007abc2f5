import MarkdownIt from "markdown-it";
import { typeset } from "./typography";

const parser = new MarkdownIt({ html: false, linkify: true, typographer: false });
const ownPicture = /^image:([0-9a-f-]{36})$/;
parser.validateLink = (url) => /^(https?:|mailto:|tel:|\/(?!\/)|#)/i.test(url.trim()) || ownPicture.test(url);

/** Words are typeset; code and addresses stay as they were written. */
parser.core.ruler.push("typeset", ({ tokens }) => {
  for (const { children } of tokens)
    for (const child of children ?? []) if (child.type === "text") child.content = typeset(child.content);
});

/** Where a picture of ours is read (`![words](image:ID)`); what stands elsewhere is a link: its site is asked nothing. */
parser.renderer.rules.image = (...[tokens, place, options, env, renderer]) => {
  const token = tokens[place];
  if (!token) return "";
  const source = String(token.attrGet("src") ?? "");
  const words = renderer.renderInlineAsText(token.children ?? [], options, env ?? {});
  const [, id] = ownPicture.exec(source) ?? [];
  const { escapeHtml } = parser.utils;
  if (!id) return `<a href="${escapeHtml(source)}" rel="noreferrer">${escapeHtml(words || source)}</a>`;
  const address = addressOf(id, env?.pictureAt);
  return address ? `<img src="${escapeHtml(address)}" alt="${escapeHtml(words)}" loading="lazy">` : escapeHtml(words);
};

const addressOf = (id: string, pictureAt: unknown) => (typeof pictureAt === "function" ? String(pictureAt(id)) : undefined);

/**
 * Markdown as HTML: raw HTML stays text, links go to http, https, mailto, tel or this site alone. Pictures are those
 * of `pictureAt`, never another site's.
 */
export function markdownToHtml(text: string, pictureAt?: (fileId: string) => string): string {
  return parser.render(text, { pictureAt });
}

/** The files that a text shows as pictures. */
export const picturesIn = (text: string): string[] =>
  [...text.matchAll(/\(image:([0-9a-f-]{36})\)/g)].map(([, id]) => id ?? "").filter(Boolean);
