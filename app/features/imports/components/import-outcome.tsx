import { Form, Link } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { ReportReasonField } from "./report-reason-field";

export interface ImportOutcomeProps {
  tone: "ok" | "failed" | "undone";
  title: string;
  lines: string[];
  /** « Possible jusqu’au 24 décembre 2026… »; empty when it can no longer be undone. */
  undo: string;
  /** « Annuler cet import » where nothing else is said. */
  undoName?: string;
  /** Where what was taken over stands; the providers where nothing else is said. */
  see?: { to: string; text: string };
  /** Some of the sessions are of a period that a finished report told. */
  asksReason?: boolean;
  /** Let past sessions into the figures, or keep them out. */
  count?: { intent: "count" | "uncount"; text: string };
}

const icons = { ok: "check", failed: "triangle-exclamation-point", undone: "undo-2" } as const;
const colours = { ok: "text-ok", failed: "text-error", undone: "text-ink" };

/** How an import ended: what it did, and the way back. */
export function ImportOutcome({ errors, ...page }: ImportOutcomeProps & { errors?: string[] | undefined }) {
  const { tone, title, lines, see } = page;
  const t = useTexts("imports");
  const icon = icons[tone];
  return (
    <section className="sheet grid max-w-2xl gap-4 p-4 md:p-6">
      <h2 className={`flex items-center gap-2 text-l ${colours[tone]}`}>
        <Icon name={icon} size={22} />
        {title}
      </h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className="flex flex-wrap gap-2">
        {tone === "ok" ? (
          <Link to={see?.to ?? paths.providers()} className="button button-main">
            {see?.text ?? t.seeProviders}
          </Link>
        ) : null}
        <Link to={paths.providerImport()} className={tone === "ok" ? "button" : "button button-main"}>
          {t.another}
        </Link>
      </div>
      <Ways {...page} errors={errors} />
    </section>
  );
}

/** Into the figures or out of them, or taken back as a whole. */
function Ways({ count, undo, undoName, asksReason, errors }: ImportOutcomeProps & { errors: string[] | undefined }) {
  const t = useTexts("imports");
  if (!count && !undo) return null;
  return (
    <Form method="post" className="grid gap-4">
      {asksReason ? <ReportReasonField errors={errors} /> : null}
      {count ? (
        <div>
          <button type="submit" name="intent" value={count.intent} className="button">
            {count.text}
          </button>
        </div>
      ) : null}
      {undo ? (
        <div className="grid gap-2 border-t border-rule pt-4">
          <p className="text-s text-muted">{undo}</p>
          <div>
            <button type="submit" name="intent" value="undo" className="button">
              {undoName ?? t.undo}
            </button>
          </div>
        </div>
      ) : null}
    </Form>
  );
}
