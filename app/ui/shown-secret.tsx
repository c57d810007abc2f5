interface ShownSecretProps {
  title: string;
  copy: string;
  label: string;
  value: string;
}

/** A secret in the answer that made it: shown once, in a field that a keyboard selects. */
export function ShownSecret({ title, copy, label, value }: ShownSecretProps) {
  return (
    <section role="status" className="sheet mb-6 grid gap-2 border-l-4 border-mark p-4">
      <h2 className="text-l">{title}</h2>
      <p>{copy}</p>
      <input aria-label={label} readOnly className="input font-mono" value={value} />
    </section>
  );
}
