/** The picture of a shared address, as the pages that show it ask for it. */
export const shareTags = (image: string) => [
  { property: "og:type", content: "website" },
  { property: "og:image", content: image },
  { property: "og:image:width", content: "1200" },
  { property: "og:image:height", content: "630" },
  { name: "twitter:card", content: "summary_large_image" },
];
