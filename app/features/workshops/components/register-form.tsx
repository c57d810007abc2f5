import { Form } from "@remix-run/react";
import { fill, useTexts } from "~/i18n/use-texts";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";

export interface Question {
  id: string;
  label: string;
  kind: "text" | "choice" | "yes_no";
  choices: string[];
  isRequired: boolean;
}

export interface RegisterReply {
  errors: Record<string, string[]>;
  values: Record<string, string>;
}

interface RegisterFormProps {
  action?: string;
  id: string;
  questions: Question[];
  reply: RegisterReply | undefined;
  submit: string;
  /** Written down by the office: neither mail nor establishment is asked for. */
  isCaller?: boolean;
  /** Filled before anything is typed. */
  known?: Record<string, string>;
  /** Fields that this form does without. */
  without?: readonly string[];
  hidden?: Record<string, string>;
  /** For whom it is, where there is a choice: the office that counts the person, the host's establishment. */
  choice?: Choice;
}

/** Name, establishment, mail, the workshop's own questions, yes or no to pictures. */
export function RegisterForm(props: RegisterFormProps) {
  const { action, id, questions, reply, submit, isCaller = false, known = {}, without = [], hidden = {}, choice } = props;
  const t = useTexts("programme");
  const { form } = useTexts("common");
  const { errors, values } = reply ?? { errors: {}, values: known };
  const count = Object.keys(errors).length;
  const words = wordsFor(t, isCaller);
  const labels = { ...words, ...Object.fromEntries(questions.map((one) => [`answers.${one.id}`, one.label])) };
  return (
    <Form method="post" {...(action ? { action } : {})} noValidate className="sheet grid max-w-2xl gap-5 p-4 md:p-6">
      <ErrorSummary title={fill(count === 1 ? form.fix_one : form.fix_other, { count })} errors={errors} labels={labels} />
      {Object.entries({ ...hidden, id: idOf(values, id) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <PersonFields words={words} without={without} isCaller={isCaller} errors={errors} values={values} />
      <ForWhom choice={choice} values={values} />
      {questions.map((one) => (
        <Asked key={one.id} question={one} value={values[`answers.${one.id}`] ?? ""} errors={errors[`answers.${one.id}`]} />
      ))}
      <fieldset>
        <legend className="font-semibold">
          {words.pictures} <span className="font-normal text-muted">({form.optional})</span>
        </legend>
        <YesNo name="pictures" value={values.pictures ?? ""} />
      </fieldset>
      {isCaller ? null : <p className="text-s text-muted">{t.privacy}</p>}
      <div>
        <button type="submit" name="intent" value="register" className="button button-main">
          {submit}
        </button>
      </div>
    </Form>
  );
}

interface Choice {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
}

function ForWhom({ choice, values }: Pick<RegisterFormProps, "choice"> & Pick<RegisterReply, "values">) {
  if (!choice || choice.options.length < 2) return null;
  const { name, label, options } = choice;
  return (
    <Field name={name} label={label} errors={undefined}>
      {(aria) => (
        <select {...aria} className="input" defaultValue={values[name] ?? options[0]?.value}>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A form that comes back keeps its key: sent twice, it registers once. */
const idOf = (values: Record<string, string>, fresh: string): string => values.id || fresh;

interface PersonFieldsProps extends RegisterReply {
  words: Words;
  without: readonly string[];
  isCaller: boolean;
}

const inputs = {
  name: { type: "text", autoComplete: "name" },
  establishment: { type: "text", autoComplete: "organization" },
  email: { type: "email", autoComplete: "email" },
  phone: { type: "tel", autoComplete: "tel" },
} as const;

function PersonFields({ words, without, isCaller, errors, values }: PersonFieldsProps) {
  const { form } = useTexts("common");
  const isOptional = (name: string) => name === "phone" || (isCaller && name !== "name");
  const asked = (["name", "establishment", "email", "phone"] as const).filter((name) => !without.includes(name));
  return (
    <>
      {asked.map((name) => (
        <Field
          key={name}
          name={name}
          label={words[name]}
          {...(isOptional(name) ? { note: form.optional } : {})}
          hint={name === "email" ? words.emailHint : undefined}
          errors={errors[name]}
        >
          {(aria) => <input {...aria} {...inputs[name]} className="input" defaultValue={values[name]} />}
        </Field>
      ))}
    </>
  );
}

type Words = Record<"name" | "establishment" | "email" | "emailHint" | "phone" | "pictures", string>;

/** A visitor reads « votre nom »; who writes for a caller reads « son nom ». */
const wordsFor = (t: Words & { caller: Words }, isCaller: boolean): Words => {
  const { name, establishment, email, emailHint, phone, pictures } = isCaller ? t.caller : t;
  return { name, establishment, email, emailHint, phone, pictures };
};

function YesNo({ name, value }: { name: string; value: string }) {
  const t = useTexts("programme");
  return (
    <div className="mt-1 flex gap-2">
      {(["yes", "no"] as const).map((answer) => (
        <label key={answer} className="choice">
          <input type="radio" name={name} value={answer} defaultChecked={value === answer} />
          <span>{t[answer]}</span>
        </label>
      ))}
    </div>
  );
}

function Asked({ question, value, errors }: { question: Question; value: string; errors: string[] | undefined }) {
  const t = useTexts("programme");
  const { form } = useTexts("common");
  const name = `answers.${question.id}`;
  if (question.kind === "yes_no") {
    return (
      <fieldset id={name}>
        <legend className="font-semibold">{question.label}</legend>
        <YesNo name={name} value={value} />
        {errors ? <p className="text-s font-semibold text-error">{errors.join(" ")}</p> : null}
      </fieldset>
    );
  }
  return (
    <Field name={name} label={question.label} {...(question.isRequired ? {} : { note: form.optional })} errors={errors}>
      {(aria) =>
        question.kind === "text" ? (
          <input {...aria} className="input" defaultValue={value} />
        ) : (
          <select {...aria} className="input" defaultValue={value}>
            <option value="">{t.choose}</option>
            {question.choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        )
      }
    </Field>
  );
}
