import { expect, test } from "vitest";
import { markdownToHtml, picturesIn } from "./markdown.server";

const id = "01900000-0000-7000-8000-000000000001";

test("a picture of ours is shown where its reader may read it", () => {
  const html = markdownToHtml(`![La "façade"](image:${id})`, (file) => `/resources/gite/files/${file}`);
  expect(html).toBe(`<p><img src="/resources/gite/files/${id}" alt="La &quot;façade&quot;" loading="lazy"></p>\n`);
  expect(markdownToHtml(`![La façade](image:${id})`)).toBe("<p>La façade</p>\n");
  expect(picturesIn(`![a](image:${id}) et ![b](https://site.example/b.png)`)).toEqual([id]);
});

test("a picture of another site is a link, so that nothing is asked of it", () => {
  const html = markdownToHtml("![Plan](https://site.example/plan.png)", String);
  expect(html).toBe('<p><a href="https://site.example/plan.png" rel="noreferrer">Plan</a></p>\n');
});

test("HTML and scripts stay words", () => {
  expect(markdownToHtml("<img src=x onerror=alert(1)>")).not.toContain("<img");
  expect(markdownToHtml("![x](javascript:alert(1))")).not.toContain("href");
});

test("words are typeset as French is, code and addresses are not", () => {
  const html = markdownToHtml(
    "Est-ce **vrai** ? Voir : « `a : b ?` », [le site : ici](https://site.example/?a%20:%20b), à 10:30",
  );
  expect(html).toContain("<strong>vrai</strong>\u202f? Voir\u00a0: «\u00a0<code>a : b ?</code>\u00a0»");
  expect(html).toContain('<a href="https://site.example/?a%20:%20b">le site\u00a0: ici</a>, à 10:30');
  expect(markdownToHtml("```\na : b\n```")).toContain("a : b");
});
