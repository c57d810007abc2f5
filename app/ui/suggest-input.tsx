import { useFetcher } from "@remix-run/react";
import type { InputHTMLAttributes } from "react";

/** A text field that offers what the server finds for the words typed; without JavaScript a plain field. */
export function SuggestInput({ from, ...input }: InputHTMLAttributes<HTMLInputElement> & { from: string }) {
  const search = useFetcher<{ suggestions: string[] }>();
  const list = `${input.id}-suggestions`;
  return (
    <>
      <input
        {...input}
        type="text"
        autoComplete="off"
        list={list}
        onChange={(event) => {
          const words = event.target.value;
          if (words.length >= 2 && !words.endsWith(")")) search.load(`${from}?q=${encodeURIComponent(words)}`);
        }}
      />
      <datalist id={list}>
        {search.data?.suggestions.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}
