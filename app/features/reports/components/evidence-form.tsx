import type { SerializeFrom } from "@remix-run/node";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { TickList } from "~/ui/tick-list";
import type { describeEvidence } from "../evidence-page.server";

type Page = SerializeFrom<typeof describeEvidence>;
interface EvidenceFormProps extends Pick<Page, "references" | "query"> {
  isMissing: boolean;
}

/** The criteria to prove, each with what the office has, and whether people are named. A plain form: the browser saves the file. */
export function EvidenceForm({ references, query, isMissing }: EvidenceFormProps) {
  const t = useTexts("evidence");
  return (
    <form method="get" action={paths.reportPage("evidence.zip")} className="grid max-w-3xl gap-8">
      {Object.entries(query).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isMissing ? (
        <p role="alert" className="font-semibold text-error">
          {t.noCriterion}
        </p>
      ) : null}
      {references.map((reference) => (
        <section key={reference.code} className="grid gap-2">
          <h2 className="text-l">{reference.name}</h2>
          <p className="max-w-prose text-s text-muted">
            {reference.text}{" "}
            <a href={reference.source} rel="noreferrer" className="text-primary underline">
              {t.source}
              <span className="sr-only"> : {reference.name}</span>
            </a>
          </p>
          <TickList
            name="criterion"
            options={reference.criteria.map(({ code, title, text, proofs }) => ({
              value: code,
              label: title,
              hint: `${text}\n${proofs}`,
            }))}
          />
        </section>
      ))}
      <section className="grid gap-2">
        <h2 className="text-l">{t.options}</h2>
        <TickList name="clear" options={[{ value: "on", label: t.clearLabel, hint: t.clearHint }]} />
      </section>
      <button type="submit" className="button button-main justify-self-start">
        {t.download}
      </button>
    </form>
  );
}
