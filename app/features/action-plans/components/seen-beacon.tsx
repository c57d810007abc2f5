/** Tells once that the page stood open before someone; without JavaScript the first answer tells it. */
export const SeenBeacon = ({ to }: { to: string }) => <span hidden data-beacon={to} />;
