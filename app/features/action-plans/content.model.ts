const gesture = /^\d+\. /;

/** The numbered lines are gestures, in their order; the others say how to do it. */
export function readSteps(lines: readonly string[]): { steps: string[]; how: string } {
  const steps = lines.filter((line) => gesture.test(line)).map((line) => line.replace(gesture, "").trim());
  const rest = lines.filter((line) => !gesture.test(line));
  return {
    steps,
    how: rest
      .join("\n")
      .replace(/\n{2,}/g, "\n\n")
      .trim(),
  };
}
