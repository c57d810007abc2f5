import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import type { DraftState } from "./use-draft";

/** What became of the draft, said quietly under the form. */
export function DraftLine({ state, path }: { state: DraftState; path: string }) {
  const { draft: t } = useTexts("sessionForm");
  return (
    <p role="status" className="min-h-6 text-s text-muted">
      {state.kind === "kept" ? fill(t.kept, { time: state.time }) : null}
      {state.kind === "unreachable" ? t.unreachable : null}
      {state.kind === "expired" ? (
        <>
          {t.expired}{" "}
          <a href={paths.login({ redirectTo: path })} target="_blank" rel="noreferrer">
            {t.signIn}
          </a>
        </>
      ) : null}
    </p>
  );
}
