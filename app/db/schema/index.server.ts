// The one barrel allowed: drizzle needs every table under one name.
export * from "./accounts.server";
export * from "./action-plans.server";
export * from "./agenda.server";
export * from "./api.server";
export * from "./coaching.server";
export * from "./figures.server";
export * from "./goals.server";
export * from "./imports.server";
export * from "./notifications.server";
export * from "./organisations.server";
export * from "./own-data.server";
export * from "./providers.server";
export * from "./reports.server";
export * from "./resources.server";
export * from "./views.server";
export * from "./work.server";
export * from "./workshops.server";
