interface VerdictTabsProps {
  label: string;
  tabs: { verdict: string; name: string; count: string; to: string; isCurrent: boolean }[];
}

/** The five lists of a review, each with its count. */
export function VerdictTabs({ label, tabs }: VerdictTabsProps) {
  return (
    <nav aria-label={label} className="mb-4 flex flex-wrap gap-2">
      {tabs.map((tab) => (
        <a
          key={tab.verdict}
          href={tab.to}
          aria-current={tab.isCurrent ? "page" : undefined}
          className="button aria-[current=page]:border-primary aria-[current=page]:bg-primary/10 aria-[current=page]:text-primary"
        >
          {tab.name}
          <span className="font-normal text-muted">{tab.count}</span>
        </a>
      ))}
    </nav>
  );
}
