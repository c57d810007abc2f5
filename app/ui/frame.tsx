import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { Logo } from "./logo";
import { useFollowedLinks } from "./use-followed-links";

export interface FrameLink {
  to: string;
  label: string;
  icon: IconName;
  /** Current on its own page alone, not on those under it. */
  isExact?: boolean;
}

interface FrameProps {
  skip: string;
  navLabel: string;
  /** The button that unfolds what the bottom bar has no place for. */
  menuLabel: string;
  links: readonly FrameLink[];
  /** The raised button in the middle of the bottom bar, the first of the rail. */
  main?: FrameLink | undefined;
  /** Under the rail: who and where. */
  foot: ReactNode;
  children: ReactNode;
}

/** The frame of signed-in pages: a rail of icons with words on a desk, a bottom bar on tablet and phone. */
export function Frame({ skip, navLabel, menuLabel, links, main, foot, children }: FrameProps) {
  const frame = useFollowedLinks();
  const half = Math.ceil(Math.min(links.length, 4) / 2);
  return (
    <div ref={frame} className="min-h-dvh lg:grid lg:grid-cols-[15rem_1fr]">
      <a href="#content" className="button absolute left-4 top-2 z-30 -translate-y-24 focus:translate-y-0">
        {skip}
      </a>
      <nav
        aria-label={navLabel}
        className="hidden border-r border-rule px-3 py-6 lg:flex lg:h-dvh lg:sticky lg:top-0 lg:flex-col lg:gap-1 lg:overflow-y-auto print:hidden"
      >
        <span className="mb-4 px-3">
          <Logo />
        </span>
        {main ? (
          <FrameEntry to={main.to} isExact className="button button-main mb-3">
            <Icon name={main.icon} size={20} />
            {main.label}
          </FrameEntry>
        ) : null}
        {links.map(({ to, label, icon, isExact }) => (
          <FrameEntry key={to} to={to} isExact={isExact ?? false} className="rail-link">
            <Icon name={icon} size={20} />
            {label}
          </FrameEntry>
        ))}
        <div className="mt-auto px-3 pt-6 text-s">{foot}</div>
      </nav>
      <div className="min-w-0">
        <header className="flex items-center justify-between gap-4 border-b border-rule px-4 py-3 lg:hidden print:hidden">
          <Logo />
          <details className="relative text-s">
            <summary className="button list-none">{menuLabel}</summary>
            <div className="sheet absolute right-0 z-20 mt-1 grid w-64 gap-1 p-3 shadow-lg">
              {links.slice(3).map(({ to, label, icon, isExact }, place) => (
                <FrameEntry
                  key={to}
                  to={to}
                  isExact={isExact ?? false}
                  className={place === 0 ? "rail-link sm:hidden" : "rail-link"}
                >
                  <Icon name={icon} size={20} />
                  {label}
                </FrameEntry>
              ))}
              <div className="border-t border-rule px-3 pt-3">{foot}</div>
            </div>
          </details>
        </header>
        <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-6 pb-28 outline-none md:px-8 lg:pb-12">
          {children}
        </main>
      </div>
      <nav
        aria-label={navLabel}
        className="fixed inset-x-0 bottom-0 z-10 flex items-end border-t border-rule bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden [@media(max-height:400px)]:static"
      >
        {links.slice(0, half).map(({ to, label, icon, isExact }) => (
          <FrameEntry key={to} to={to} isExact={isExact ?? false} className="bar-link">
            <Icon name={icon} size={22} />
            {label}
          </FrameEntry>
        ))}
        {main ? (
          <FrameEntry
            to={main.to}
            isExact
            className="button button-main mx-1 mb-2 -mt-4 min-h-14 shrink-0 flex-col gap-0 rounded-full px-5 text-s shadow-lg"
          >
            <Icon name={main.icon} size={22} />
            {main.label}
          </FrameEntry>
        ) : null}
        {links.slice(half, 4).map(({ to, label, icon, isExact }, place) => (
          // On a phone the fourth stands in the menu: five words do not fit.
          <FrameEntry
            key={to}
            to={to}
            isExact={isExact ?? false}
            className={half + place === 3 ? "bar-link max-sm:hidden" : "bar-link"}
          >
            <Icon name={icon} size={22} />
            {label}
          </FrameEntry>
        ))}
      </nav>
    </div>
  );
}

interface FrameEntryProps {
  to: string;
  isExact: boolean;
  className: string;
  children: ReactNode;
}

/** A link of the frame, current on its page and, unless exact, on those under it. */
function FrameEntry({ to, isExact, className, children }: FrameEntryProps) {
  const { pathname } = useLocation();
  const isCurrent = pathname === to || (!isExact && pathname.startsWith(`${to}/`));
  return (
    <a href={to} data-follow="" aria-current={isCurrent ? "page" : undefined} className={className}>
      {children}
    </a>
  );
}
