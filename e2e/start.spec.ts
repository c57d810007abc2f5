import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { startWords } from "../scripts/start-words";

const read = 'import("./build/server/index.js").then(({ isReadCompiled }) => process.stdout.write(String(isReadCompiled)))';

for (const flags of [startWords().flags, []]) {
  test(`a start reads what was compiled at the build, ${flags.length > 0 ? "as npm start does" : "without settings too"}`, () => {
    const told = execFileSync(process.execPath, [...flags, "-e", read], {
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production" },
    });
    expect(told).toBe("true");
  });
}
