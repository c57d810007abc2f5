import type { SerializeFrom } from "@remix-run/node";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Choice } from "~/ui/choice";
import type { describeEvidence } from "../evidence-page.server";

type Page = SerializeFrom<typeof describeEvidence>;
interface EvidenceFormProps extends Pick<Page, "references" | "query"> {
  isMissing: boolean;
}

/** The criteria to prove, each with what the office has, and whether people are named. A plain form: the browser saves the file. */
export function EvidenceForm({ references, query, isMissing }: EvidenceFormProps) {
  const t = useTexts("evidence");
  return (
    <form method="get" action={paths.evidencePack()} className="grid max-w-3xl gap-8">
      {Object.entries(query).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isMissing ? (
        <p role="alert" className="font-semibold text-error">
          {t.noCriterion}
        </p>
      ) : null}
      {references.map((reference) => (
        <fieldset key={reference.code} className="grid gap-3">
          <legend className="text-l font-bold">{reference.name}</legend>
          <p className="max-w-prose text-s text-muted">
            {reference.text}{" "}
            <a href={reference.source} rel="noreferrer" className="text-primary underline">
              {t.source}
              <span className="sr-only"> : {reference.name}</span>
            </a>
          </p>
          {reference.criteria.map(({ code, title, text, proofs }) => (
            <Choice key={code} type="checkbox" name="criterion" value={code}>
              <span className="block font-semibold">{title}</span>
              <span className="block text-s">{text}</span>
              <span className="block text-s text-muted">{proofs}</span>
            </Choice>
          ))}
        </fieldset>
      ))}
      <fieldset className="grid gap-3">
        <legend className="text-l font-bold">{t.options}</legend>
        <Choice type="checkbox" name="clear" value="on">
          <span className="block font-semibold">{t.clearLabel}</span>
          <span className="block text-s">{t.clearHint}</span>
        </Choice>
      </fieldset>
      <button type="submit" className="button button-main justify-self-start">
        {t.download}
      </button>
    </form>
  );
}
