import { Icon } from "~/ui/icon";
import type { OfficeNumber } from "../offices.queries.server";

interface OfficeNumbersProps {
  offices: OfficeNumber[];
  texts: { call: string; callWhere: string; find: string };
}

/** More than these are folded. */
const shown = 4;

/** Whom to call, where nobody knows yet whose host is reading: every office with its number. */
export function OfficeNumbers({ offices, texts: t }: OfficeNumbersProps) {
  if (offices.length === 0) return <p>{t.callWhere}</p>;
  if (offices.length <= shown) {
    return (
      <div>
        <p>{t.call}</p>
        <Numbers offices={offices} />
      </div>
    );
  }
  return (
    <div>
      <p>{t.callWhere}</p>
      <details>
        <summary className="flex min-h-11 items-center font-semibold text-primary underline">{t.find}</summary>
        <Numbers offices={offices} />
      </details>
    </div>
  );
}

function Numbers({ offices }: { offices: OfficeNumber[] }) {
  return (
    <ul className="mt-1">
      {offices.map(({ id, name, phone, phoneText }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4">
          <span>{name}</span>
          <a href={`tel:${phone}`} className="inline-flex min-h-11 items-center gap-2 font-semibold whitespace-nowrap">
            <Icon name="phone" size={20} />
            {phoneText}
          </a>
        </li>
      ))}
    </ul>
  );
}
