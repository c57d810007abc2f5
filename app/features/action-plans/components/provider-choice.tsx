import { useTexts } from "~/i18n/use-texts";

interface ProviderChoiceProps {
  choices: { id: string; name: string; to: string; isCurrent: boolean }[];
}

/** Which business, for a login that holds several; nothing for one. */
export function ProviderChoice({ choices }: ProviderChoiceProps) {
  const t = useTexts("myPlan");
  if (choices.length < 2) return null;
  return (
    <nav aria-label={t.choose} className="mx-auto mb-5 max-w-2xl print:hidden">
      <ul className="flex flex-wrap gap-2">
        {choices.map((one) => (
          <li key={one.id}>
            <a
              href={one.to}
              className="button aria-[current=page]:border-primary aria-[current=page]:text-primary"
              aria-current={one.isCurrent ? "page" : undefined}
            >
              {one.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
