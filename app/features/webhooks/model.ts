/** Deliveries that fail for good one after the other before a webhook is stopped. */
export const failuresBeforeStop = 5;

/** Webhooks of an organisation. */
export const mostWebhooks = 10;
