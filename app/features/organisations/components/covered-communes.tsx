import { Form } from "@remix-run/react";
import { fill, useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

interface CoveredCommunesProps {
  communes: readonly { inseeCode: string; name: string; departement: string }[];
}

/** The communes covered, by name, each with the button that removes it. */
export function CoveredCommunes({ communes }: CoveredCommunesProps) {
  const t = useTexts("officeSettings").communes;
  return (
    <Form method="post" className="mt-8">
      <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {communes.map((one) => (
          <li key={one.inseeCode} className="flex items-center justify-between border-b border-rule">
            {one.name} ({one.departement})
            <button
              type="submit"
              name="remove"
              value={one.inseeCode}
              aria-label={fill(t.remove, { name: one.name })}
              className="inline-flex size-11 items-center justify-center text-muted"
            >
              <Icon name="x" size={18} />
            </button>
          </li>
        ))}
      </ul>
    </Form>
  );
}
