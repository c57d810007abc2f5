import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import type { FoundPerson, PickedDetails, ShownPerson } from "../people";
import type { SessionFormData } from "./session-form";

/** The moving parts of the form: who is picked, and the fields that take the values of the last time until touched. */
export function useSessionForm(data: SessionFormData) {
  const t = useTexts("sessionForm");
  const { values } = data;
  const [people, setPeople] = useState(data.people);
  const [headCount, setHeadCount] = useState(Number(values.headCount) || 0);
  const [said, setSaid] = useState("");
  const [channel, setChannel] = useState(values.channel ?? "");
  const [journey, setJourneys] = useState({ travel: values.travel ?? "", travelKilometres: values.travelKilometres ?? "" });
  const [theme, setTheme] = useState(values.theme ?? "");
  const [note, setNote] = useState(values.note ?? "");
  const [handed, setHanded] = useState(data.lists.resources ?? []);
  const details = useFetcher<PickedDetails>();
  useEffect(() => {
    const known = details.data;
    if (!known) return;
    setPeople((now) => now.map((one) => withDetails(one, known.people)));
    setChannel((now) => now || (known.suggestions.channel ?? ""));
    setJourneys((now) => ({
      travel: now.travel || (known.suggestions.travel ?? ""),
      travelKilometres: now.travelKilometres || (known.suggestions.travelKilometres ?? ""),
    }));
  }, [details.data]);
  const pick = (row: FoundPerson) => {
    const next = withPicked(people, row);
    setPeople(next);
    setSaid(fill(t.added, { name: row.name }));
    details.load(paths.coachingPeople({ office: data.office.id, keys: next.map((one) => one.key).join("\n") }));
  };
  const drop = (key: string) => {
    setSaid(fill(t.removed, { name: people.find((one) => one.key === key)?.name ?? "" }));
    setPeople(people.filter((one) => one.key !== key));
  };
  return {
    ...{ people, pick, drop, said, isGroup: people.length > 1 || headCount > 0, setHeadCount },
    ...{ channel, setChannel, theme, setTheme, note, setNote, handed, setHanded },
    acts: data.lists.acts ?? [],
    journey,
    setJourney: (field: "travel" | "travelKilometres", text: string) => setJourneys({ ...journey, [field]: text }),
  };
}

export type SessionFormState = ReturnType<typeof useSessionForm>;

/** A contact found picks its business, with that person ticked. */
function withPicked(people: readonly ShownPerson[], row: FoundPerson): ShownPerson[] {
  const contacts = row.contactId ? [row.contactId] : [];
  const known = row.contactId ? [{ id: row.contactId, name: row.name }] : [];
  const had = people.find((one) => one.key === row.key);
  if (had) return people.map((one) => (one === had ? { ...one, contacts: [...one.contacts, ...contacts] } : one));
  const name = row.business ?? row.name;
  const context = row.contactId ? "" : row.context;
  return [
    ...people,
    { key: row.key, name, context, contacts, others: "", presence: "present", known, establishments: [], steps: [] },
  ];
}

function withDetails(one: ShownPerson, known: readonly ShownPerson[]): ShownPerson {
  const found = known.find((other) => other.key === one.key);
  if (!found) return one;
  const { context, known: people, establishments } = found;
  const had = new Set(one.steps.map((step) => step.id));
  return {
    ...one,
    context,
    known: people,
    establishments,
    steps: [...one.steps, ...found.steps.filter((step) => !had.has(step.id))],
  };
}
