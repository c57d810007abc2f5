import { useState } from "react";

interface CopyButtonProps {
  value: string;
  /** What is copied, for those who do not see the row. */
  name: string;
  label: string;
  copied: string;
}

/** Copies a value to the clipboard and says so; without JavaScript the value stands beside, to select. */
export function CopyButton({ value, name, label, copied }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <button type="button" className="button noscript:hidden" aria-label={`${isCopied ? copied : label} : ${name}`} onClick={copy}>
      {isCopied ? copied : label}
    </button>
  );
}
