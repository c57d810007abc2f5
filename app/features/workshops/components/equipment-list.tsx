import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

interface Thing {
  id: string;
  name: string;
  quantity: number;
}

interface EquipmentListProps {
  things: readonly Thing[];
  newId: string;
  /** What was typed in a line that was refused. */
  typed: Readonly<Record<string, string>>;
}

/** What the office lends: each changed or ended in place, one more added at the end. */
export function EquipmentList({ things, newId, typed }: EquipmentListProps) {
  const t = useTexts("workshopOffice");
  return (
    <section aria-labelledby="equipment" className="grid max-w-3xl gap-3">
      <h2 id="equipment" className="text-l">
        {t.equipment}
      </h2>
      <p className="text-muted">{t.equipmentIntro}</p>
      {things.length === 0 ? <p>{t.none}</p> : null}
      {things.map((thing) => (
        <ThingForm key={thing.id} thing={typed.id === thing.id ? { ...thing, ...typed } : thing}>
          <button type="submit" name="intent" value="change" className="button">
            {t.change}
            <span className="sr-only"> ({thing.name})</span>
          </button>
          <button type="submit" name="intent" value="end" className="button button-quiet">
            {t.end}
            <span className="sr-only"> ({thing.name})</span>
          </button>
        </ThingForm>
      ))}
      <ThingForm thing={{ id: newId, name: "", quantity: 1, ...(typed.intent === "add" ? typed : {}) }}>
        <button type="submit" name="intent" value="add" className="button button-main">
          {t.add}
        </button>
      </ThingForm>
    </section>
  );
}

interface ThingFormProps {
  thing: Omit<Thing, "quantity"> & { quantity: number | string };
  children: React.ReactNode;
}

function ThingForm({ thing, children }: ThingFormProps) {
  const t = useTexts("workshopOffice");
  return (
    <Form method="post" className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="id" value={thing.id} />
      <label className="grid grow gap-1 text-s">
        {t.name}
        <input name="name" defaultValue={thing.name} maxLength={120} required className="input" />
      </label>
      <label className="grid w-24 gap-1 text-s">
        {t.quantity}
        <input name="quantity" defaultValue={thing.quantity} inputMode="numeric" className="input" />
      </label>
      {children}
    </Form>
  );
}
