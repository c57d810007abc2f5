import { Form } from "@remix-run/react";
import { paths } from "~/paths";

interface OfficeSwitchProps {
  offices: readonly { id: string; name: string }[];
  current: string | undefined;
  texts: { title: string; intro: string; label: string; change: string };
}

/** Which of one's offices comes first. */
export function OfficeSwitch({ offices, current, texts }: OfficeSwitchProps) {
  return (
    <section id="office" className="mt-10">
      <h2 className="text-l">{texts.title}</h2>
      <p className="text-muted">{texts.intro}</p>
      <Form method="post" action={paths.accountOffice()} className="mt-3 flex flex-wrap items-end gap-2">
        <label className="grid gap-1 font-semibold">
          {texts.label}
          <select name="organisationId" defaultValue={current} className="input font-normal">
            {offices.map((office) => (
              <option key={office.id} value={office.id}>
                {office.name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {texts.change}
        </button>
      </Form>
    </section>
  );
}
