import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

interface AccessFormProps {
  id: string;
  title: string;
  /** What is wrong with the whole of it. */
  errors: readonly string[] | undefined;
  submit: string;
  intent?: string;
  children: ReactNode;
}

/** What lets a program in, or tells it: a key or a webhook to make. */
export function AccessForm({ id, title, errors, submit, intent, children }: AccessFormProps) {
  return (
    <section aria-labelledby="new-access" className="sheet mb-8 grid max-w-2xl gap-4 p-4">
      <h2 id="new-access" className="text-l">
        {title}
      </h2>
      {errors ? (
        <p role="alert" className="font-semibold text-error">
          {errors.join(" ")}
        </p>
      ) : null}
      <Form method="post" noValidate className="grid gap-4">
        <input type="hidden" name="id" value={id} />
        {children}
        <button
          type="submit"
          {...(intent ? { name: "intent", value: intent } : {})}
          className="button button-main justify-self-start"
        >
          {submit}
        </button>
      </Form>
    </section>
  );
}
