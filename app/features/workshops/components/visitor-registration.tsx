import { useTexts } from "~/i18n/use-texts";
import type { Poster } from "../describe.server";
import { type Question, RegisterForm, type RegisterReply } from "./register-form";

interface VisitorRegistrationProps {
  poster: Poster;
  questions: Question[];
  id: string;
  reply: RegisterReply | { done: { title: string; text: string } } | undefined;
  /** Filled before anything is typed. */
  known?: Record<string, string>;
  /** Fields that this form does without. */
  without?: readonly string[];
}

/** The form, or what became of it, or why there is none. */
export function VisitorRegistration({ poster, questions, id, reply, known = {}, without = [] }: VisitorRegistrationProps) {
  const t = useTexts("programme");
  if (reply && "done" in reply) {
    return (
      <section role="status" className="sheet mt-6 border-l-4 border-l-mark p-6">
        <h2 className="text-l">{reply.done.title}</h2>
        <p>{reply.done.text}</p>
      </section>
    );
  }
  if (!poster.isOpen) return <p className="mt-6">{poster.isCancelled ? t.cancelled : t.over}</p>;
  const submit = poster.isFull ? t.registerWaiting : t.register;
  return (
    <section id="register" aria-labelledby="register-title" className="mt-8 grid gap-4">
      <h2 id="register-title" className="text-l">
        {submit}
      </h2>
      {poster.isFull ? <p>{t.wait}</p> : null}
      <RegisterForm id={id} questions={questions} reply={reply} known={known} without={without} submit={submit} />
    </section>
  );
}
