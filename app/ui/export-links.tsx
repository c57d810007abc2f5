interface ExportLinksProps {
  /** « Exporter ». */
  label: string;
  /** Where each file is; undefined for who gets none, or an empty list. */
  files: { xlsx: string; csv: string } | undefined;
}

/** The list as a file, under its own filters. */
export function ExportLinks({ label, files }: ExportLinksProps) {
  if (!files) return null;
  const formats = [
    { name: "Excel", to: files.xlsx },
    { name: "CSV", to: files.csv },
  ];
  return (
    <p className="mt-4 flex flex-wrap items-center gap-2 text-s">
      <span className="text-muted">{label}</span>
      {formats.map(({ name, to }) => (
        <a key={name} href={to} className="button" download>
          <span className="sr-only">{label} </span>
          {name}
        </a>
      ))}
    </p>
  );
}
