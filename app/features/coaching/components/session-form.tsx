import { Form } from "@remix-run/react";
import { useRef } from "react";
import type { Sent } from "~/i18n/translate";
import { fill, useTexts } from "~/i18n/use-texts";
import { sessionChannels } from "~/lib/vocabulary";
import { Choice } from "~/ui/choice";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import type { PeopleResults, ShownPerson } from "../people";
import { ConflictPanel, type ConflictShown } from "./conflict-panel";
import { DraftLine } from "./draft-line";
import { DurationChoice } from "./duration-choice";
import { type MoreChoices, MoreFields } from "./more-fields";
import { NextStepFields } from "./next-step-fields";
import { OfficeField } from "./office-field";
import { PlanSteps } from "./plan-steps";
import { ReportReason } from "./report-reason";
import { SaveButtons } from "./save-buttons";
import { ThemeChoice, type ThemeChoices } from "./theme-choice";
import { useDraft } from "./use-draft";
import { type SessionFormState, useSessionForm } from "./use-session-form";
import { WhoPart } from "./who-part";

export interface SessionFormData extends ThemeChoices, MoreChoices {
  id: string;
  path: string;
  office: { id: string; name: string };
  offices: { id: string; name: string }[];
  people: ShownPerson[];
  results?: PeopleResults | undefined;
  mine?: PeopleResults | undefined;
  values: Record<string, string>;
  lists: Record<string, string[]>;
  durations: { minutes: number; label: string }[];
  dueDays: { fortnight: string; season: string };
}

export interface SessionFormReply {
  errors?: Record<string, string[]>;
  conflict?: ConflictShown | undefined;
}

/** « Nouvelle séance » (look.md): in the order one tells it; what can wait is folded. */
export function SessionForm({ data, reply }: { data: SessionFormData; reply: SessionFormReply | undefined }) {
  const t = useTexts("sessionForm");
  const { channels } = useTexts("coaching");
  const { form: common } = useTexts("common");
  const errors = reply?.errors ?? {};
  const isTwice = reply?.conflict?.reason === "idempotency";
  const count = Object.keys(errors).length;
  const state = useSessionForm(data);
  const box = useRef<HTMLFormElement>(null);
  const draft = useDraft(box, data.path);
  const { values } = data;
  return (
    <Form ref={box} method="post" noValidate className="grid max-w-3xl gap-7" onInput={draft.touch} onSubmit={draft.stop}>
      {/* Enter in any field saves: the first button of a form is the one it presses. */}
      <button type="submit" name="intent" value={isTwice ? "apart" : "save"} className="hidden" tabIndex={-1} aria-hidden />
      {reply?.conflict ? <ConflictPanel conflict={reply.conflict} /> : null}
      <ErrorSummary
        title={fill(count === 1 ? common.fix_one : common.fix_other, { count })}
        errors={errors}
        labels={labelsOf(t)}
      />
      <input type="hidden" name="id" value={data.id} />
      {values.version ? <input type="hidden" name="version" value={values.version} /> : null}
      <OfficeField office={data.office} offices={data.offices} isFixed={values.version !== undefined} />
      <WhoPart data={data} state={state} errors={errors} onChange={draft.touch} />
      <div className="grid items-start gap-6 sm:grid-cols-[12rem_1fr]">
        <Field name="heldOn" label={t.day} errors={errors.heldOn}>
          {(aria) => <input {...aria} type="date" className="input" defaultValue={values.heldOn} />}
        </Field>
        <fieldset>
          <legend className="font-semibold">{t.channel}</legend>
          <div className="mt-1 flex flex-wrap gap-2">
            {sessionChannels.map((channel) => (
              <Choice
                key={channel}
                type="radio"
                name="channel"
                value={channel}
                isChecked={state.channel === channel}
                onChange={() => state.setChannel(channel)}
              >
                {channels[channel]}
              </Choice>
            ))}
          </div>
        </fieldset>
      </div>
      <DurationChoice durations={data.durations} values={values} errors={errors.duration} />
      <ThemeChoice
        themes={data.themes}
        resources={data.resources}
        theme={state.theme}
        onTheme={state.setTheme}
        note={state.note}
        onNote={state.setNote}
        handed={state.handed}
        onHanded={state.setHanded}
        acts={state.acts}
      />
      <NoteField state={state} errors={errors.note} />
      <ReportReason value={values.reportReason} errors={errors.reportReason} />
      <PlanSteps people={state.people} ticked={data.lists.steps} />
      <NextStepFields values={values} dueDays={data.dueDays} errors={errors} />
      <MoreFields
        {...data}
        errors={errors}
        people={state.people}
        theme={state.theme}
        journey={state.journey}
        onJourney={state.setJourney}
      />
      <SaveButtons isCorrection={values.version !== undefined} isHidden={isTwice} />
      <DraftLine state={draft.state} path={data.path} />
    </Form>
  );
}

/** The names of the fields that may be wrong, for the summary of errors. */
const labelsOf = (t: Sent["sessionForm"]) => ({
  participants: t.who,
  headCount: t.headCount,
  title: t.title,
  heldOn: t.day,
  duration: t.duration,
  theme: t.theme,
  note: t.note,
  nextStep: t.nextStep,
  nextStepDate: t.dueDate,
  privateNote: t.privateNote,
  hour: t.hour,
  preparation: t.preparation,
  travel: t.travel,
  travelKilometres: t.kilometres,
  newTags: t.newTags,
  funderId: t.funder,
  reportReason: t.reportReason,
});

/** What was done, which the acts ticked write into. */
function NoteField({ state, errors }: { state: SessionFormState; errors: string[] | undefined }) {
  const t = useTexts("sessionForm");
  return (
    <Field name="note" label={t.note} hint={t.noteHint} errors={errors}>
      {(aria) => (
        <textarea
          {...aria}
          rows={5}
          className="input"
          value={state.note}
          onChange={(event) => state.setNote(event.target.value)}
        />
      )}
    </Field>
  );
}
