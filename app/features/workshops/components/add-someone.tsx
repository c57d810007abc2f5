import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { type Question, RegisterForm } from "./register-form";

interface AddSomeoneProps {
  workshopId: string;
  newId: string;
  questions: Question[];
  /** Between which offices to choose who counts the person. */
  offices: readonly { value: string; label: string }[];
}

/** The form for a caller or a visitor at the desk, on the workshop's page. */
export function AddSomeone({ workshopId, newId, questions, offices }: AddSomeoneProps) {
  const { people: t } = useTexts("workshops");
  const { countedBy } = useTexts("programme");
  return (
    <section aria-labelledby="add" className="grid gap-4">
      <h2 id="add" className="text-l">
        {t.add}
      </h2>
      <p className="text-muted">{t.addIntro}</p>
      <RegisterForm
        action={paths.workshopRegistrations(workshopId)}
        id={newId}
        questions={questions}
        choice={{ name: "officeId", label: countedBy, options: offices }}
        reply={undefined}
        submit={t.add}
        isCaller
      />
    </section>
  );
}
