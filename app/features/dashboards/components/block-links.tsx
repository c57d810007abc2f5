import { useTexts } from "~/i18n/use-texts";

/** « Aller à »: the page's blocks, each a jump. */
export function BlockLinks({ blocks }: { blocks: readonly { id: string; title: string }[] }) {
  const t = useTexts("dashboard");
  return (
    <nav aria-label={t.jump} className="mb-8 print:hidden">
      <ul className="flex flex-wrap gap-x-4">
        {blocks.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-11 items-center text-s">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
