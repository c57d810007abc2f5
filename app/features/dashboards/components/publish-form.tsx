import { useTexts } from "~/i18n/use-texts";

interface PublishFormProps {
  publication: { isOpen: boolean; action: string; to: string };
}

/** Opens a network's totals to everybody, or takes their page away. */
export function PublishForm({ publication: { isOpen, action, to } }: PublishFormProps) {
  const t = useTexts("network").publish;
  return (
    <form method="post" action={action} className="mt-10 max-w-3xl print:hidden">
      <h2 className="text-l">{t.title}</h2>
      <p className="mb-3 text-s text-muted">{t.help}</p>
      <p className="flex flex-wrap items-center gap-4">
        <button type="submit" name="isOpen" value={isOpen ? "no" : "yes"} className="button">
          {isOpen ? t.close : t.open}
        </button>
        {isOpen ? <a href={to}>{t.see}</a> : null}
      </p>
    </form>
  );
}
