// Runs a command-line tool that `npm run build` made, and says so where it did not.
import { existsSync } from "node:fs";

const [name] = process.argv.splice(2, 1);
if (existsSync(`build/cli/${name}.js`)) {
  await import(`../build/cli/${name}.js`);
} else {
  console.error("Cet outil n'est pas encore construit : lancez d'abord npm run build.");
  process.exitCode = 2;
}
