import { join } from "node:path";
import { config } from "~/config.server";

export const exportsFolder = (): string => join(config().dataDir, "exports");
/** Where a prepared file waits for the one who asked. */
export const exportPath = (id: string): string => join(exportsFolder(), id);
