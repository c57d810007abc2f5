import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { watchFigures } from "./watch-figures";

interface FigureNewsProps {
  /** The version of the figures that the page shows. */
  version: string;
  /** Where their version is asked for. */
  address: string;
}

/** Keeps a page of figures as new as its figures: `chart-acts` follows it on a page without Remix's scripts, the effect on one that was reached with them. */
export function FigureNews({ version, address }: FigureNewsProps) {
  const { revalidate } = useRevalidator();
  const known = useRef(version);
  known.current = version;
  useEffect(() => watchFigures({ version: () => known.current, address, refresh: revalidate }), [address, revalidate]);
  return <span hidden data-version={version} data-address={address} />;
}
