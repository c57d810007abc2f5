import { NavLink } from "@remix-run/react";
import { paths } from "~/paths";

interface ProviderTabsProps {
  id: string;
  label: string;
  tabs: Record<"overview" | "plan" | "sessions" | "presence" | "details", string>;
}

const tab =
  "inline-flex min-h-11 items-center whitespace-nowrap border-b-4 border-transparent px-3 text-ink no-underline hover:text-primary aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-primary";

/** Pages of one provider, each an address: plain links, no arrow keys to learn. */
export function ProviderTabs({ id, label, tabs }: ProviderTabsProps) {
  const links = [
    [paths.provider(id), tabs.overview],
    [paths.providerPlan(id), tabs.plan],
    [paths.providerSessions(id), tabs.sessions],
    [paths.providerPresence(id), tabs.presence],
    [paths.providerDetails(id), tabs.details],
  ] as const;
  return (
    <nav aria-label={label} className="mb-6 flex flex-wrap border-b border-rule print:hidden">
      {links.map(([to, text]) => (
        <NavLink key={to} to={to} end className={tab}>
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
