import { lazy, Suspense } from "react";
import { useTexts } from "~/i18n/use-texts";
import { useHydrated } from "~/ui/use-hydrated";
import type { GridEvent } from "../grid.server";

const AgendaGrid = lazy(() => import("./agenda-grid").then((module) => ({ default: module.AgendaGrid })));

interface AgendaViewProps {
  grid: { events: GridEvent[]; view: "list" | "day" | "week" | "month"; day: string };
  locale: "fr" | "en";
}

/** The grid of a day, week or month: loaded by itself, once the page stands. */
export function AgendaView({ grid, locale }: AgendaViewProps) {
  const t = useTexts("agenda");
  const isReady = useHydrated();
  const waiting = <p className="text-muted [@media(scripting:none)]:hidden">{t.gridWait}</p>;
  return (
    <div className="mb-6">
      <p className="mb-3 text-s text-muted [@media(scripting:none)]:hidden">{t.gridIntro}</p>
      {isReady ? (
        <Suspense fallback={waiting}>
          <AgendaGrid {...grid} locale={locale} />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  );
}
