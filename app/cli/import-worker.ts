import { readInWorker } from "~/features/imports/worker.server";

// The thread that reads an import's file; bundled to build/cli/import-worker.js.
await readInWorker();
