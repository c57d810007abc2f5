// Loads the Remix build (in development through Vite) and starts the server that entry.server exports.
const isDevelopment = process.argv.includes("--dev");

if (isDevelopment) {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  const load = () => vite.ssrLoadModule("virtual:remix/server-build");
  const build = await load();
  await build.entry.module.start({ build: load, vite: vite.middlewares });
} else {
  process.env.NODE_ENV ??= "production";
  const build = await import("./build/server/index.js");
  await build.entry.module.start({ build });
}
