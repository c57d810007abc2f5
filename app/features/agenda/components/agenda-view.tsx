import { lazy, Suspense } from "react";
import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import { useHydrated } from "~/ui/use-hydrated";
import type { GridEvent } from "../grid.server";
import { kindIcons, kindTones } from "./kind-icons";

const AgendaGrid = lazy(() => import("./agenda-grid").then((module) => ({ default: module.AgendaGrid })));

const kinds = ["appointment", "session", "workshop", "preparation", "absence"] as const;

interface AgendaViewProps {
  grid: { events: GridEvent[]; view: "list" | "day" | "week" | "month"; day: string; who: string };
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
      <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-s [@media(scripting:none)]:hidden">
        {kinds.map((kind) => (
          <li key={kind} className="flex items-center gap-1.5">
            <span className={`grid size-6 place-items-center rounded-sm border border-l-4 ${kindTones[kind]}`}>
              <Icon name={kindIcons[kind]} size={14} />
            </span>
            {t.kinds[kind]}
          </li>
        ))}
      </ul>
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
