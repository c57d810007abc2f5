/** How long a key serves, months. */
export const keyMonths = ["3", "12", "24"] as const;

/** Keys in use at once, an organisation. */
export const mostKeys = 20;
