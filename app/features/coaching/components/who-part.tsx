import { useTexts } from "~/i18n/use-texts";
import { GroupFields } from "./group-fields";
import { PeopleList } from "./people-list";
import { PeoplePicker } from "./people-picker";
import type { SessionFormData } from "./session-form";
import type { SessionFormState } from "./use-session-form";

interface WhoPartProps {
  data: SessionFormData;
  state: SessionFormState;
  errors: Record<string, string[]>;
  /** Someone was added or taken off: worth a draft. */
  onChange: () => void;
}

/** With whom: the search, those picked, and what a group has besides. */
export function WhoPart({ data, state, errors, onChange }: WhoPartProps) {
  const t = useTexts("sessionForm");
  const { values, lists } = data;
  const kind = state.isGroup ? t.group : t.individual;
  const drop = (key: string) => {
    state.drop(key);
    onChange();
  };
  return (
    <div className="grid gap-3">
      <PeoplePicker
        officeId={data.office.id}
        pickedKeys={state.people.map((one) => one.key)}
        results={data.results}
        mine={data.mine}
        query={values.who ?? ""}
        errors={errors.participants}
        onPick={(row) => {
          state.pick(row);
          onChange();
        }}
        onDrop={drop}
      />
      <PeopleList people={state.people} isGroup={state.isGroup} establishments={lists.establishments ?? []} onDrop={drop} />
      <p role="status" className="text-s text-muted empty:hidden">
        {state.people.length === 0 ? state.said : [kind, state.said].filter(Boolean).join(" · ")}
      </p>
      <GroupFields values={values} errors={errors} isGroup={state.isGroup} onHeadCount={state.setHeadCount} />
    </div>
  );
}
