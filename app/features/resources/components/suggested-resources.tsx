import { type ResourceLine, ResourceList } from "./resource-list";

/** Resources that may help with what stands beside. */
export function SuggestedResources({ title, rows }: { title: string; rows: ResourceLine[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="print:hidden">
      <h2 className="mb-3 text-l">{title}</h2>
      <ResourceList rows={rows} />
    </section>
  );
}
