import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";

interface WordListProps {
  list: "funder" | "tag";
  newId: string;
  words: readonly { id: string; name: string }[];
  reply: FormReply | undefined;
}

/** An office's funders or tags: each renamed or ended in place, one more added at the end. */
export function WordList({ list, newId, words, reply }: WordListProps) {
  const t = useTexts("officeSettings").words;
  const { actions } = useTexts("common");
  return (
    <section>
      <h2 className="text-l">{t[list]}</h2>
      {words.length === 0 ? <p className="text-muted">{t.none}</p> : null}
      <ul className="grid">
        {words.map((word) => (
          <li key={word.id} className="border-b border-rule py-2">
            <WordForm list={list} id={word.id} label={t.name} name={word.name} reply={reply}>
              <button type="submit" name="intent" value="rename" className="button">
                {t.rename}
              </button>
              <button type="submit" name="intent" value="end" className="button button-quiet">
                {t.end}
              </button>
            </WordForm>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <WordForm key={newId} list={list} id={newId} label={list === "funder" ? t.newFunder : t.newTag} name="" reply={reply}>
          <button type="submit" name="intent" value="add" className="button button-main">
            {actions.add}
          </button>
        </WordForm>
      </div>
    </section>
  );
}

interface WordFormProps {
  list: "funder" | "tag";
  id: string;
  label: string;
  name: string;
  reply: FormReply | undefined;
  children: ReactNode;
}

function WordForm({ list, id, label, name, reply, children }: WordFormProps) {
  const mine = replyTo(reply, { list, id, name });
  const error = (mine?.errors.name ?? []).join(" ");
  const shown = name === "" ? label : `${label} : ${name}`;
  const wrong = error === "" ? {} : { "aria-invalid": true, "aria-describedby": `${id}-error` };
  return (
    <Form method="post" noValidate className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="id" value={id} />
      <label className="grid grow gap-1">
        <span className={name === "" ? "font-semibold" : "sr-only"}>{shown}</span>
        <input name="name" className="input" defaultValue={String(mine?.values.name ?? name)} {...wrong} />
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} role="alert" className="w-full text-s font-semibold text-error">
          {error}
        </p>
      ) : null}
    </Form>
  );
}

/** A new word gets a new id at each showing: its list tells it. */
function replyTo(reply: FormReply | undefined, form: { list: string; id: string; name: string }): FormReply | undefined {
  const { id, intent, list } = reply?.values ?? {};
  const isNew = form.name === "" && intent === "add" && list === form.list;
  return isNew || id === form.id ? reply : undefined;
}
