/** The waymark: a yellow stripe over a red one, beside the word. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 text-l font-bold text-ink">
      <svg width="28" height="24" viewBox="0 0 28 24" aria-hidden="true">
        <path d="M1 2h26v9H1z" fill="#f5c02b" stroke="#1a2330" strokeWidth="1.5" />
        <path d="M1 13h26v9H1z" fill="#b93a17" stroke="#1a2330" strokeWidth="1.5" />
      </svg>
      Balise
    </span>
  );
}
