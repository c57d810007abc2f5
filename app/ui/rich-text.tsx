/** Text that `markdownToHtml` made; nothing else may reach it. */
export function RichText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by markdown-it with raw HTML off and links allow-listed.
  return <div className="rich" dangerouslySetInnerHTML={{ __html: html }} />;
}
