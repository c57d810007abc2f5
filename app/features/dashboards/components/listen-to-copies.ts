import { chartPicture, copyPicture, copyTable } from "~/ui/copy-chart";

let isListening = false;

/** Makes the buttons of every chart act, now and later on the page; they are shown from then on. Once is enough. */
export function listenToCopies(): void {
  document.documentElement.dataset.copies = "";
  if (isListening) return;
  isListening = true;
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-copy]") : null;
    if (button) copy(button);
  });
}

/** Copies the picture or the table of the button's chart and tells how it went. */
async function copy(button: HTMLElement): Promise<void> {
  const frame = button.closest<HTMLElement>("[data-chart]");
  const told = frame?.querySelector<HTMLElement>("[role=status]");
  if (!frame || !told) return;
  told.textContent = "";
  const said = await (button.dataset.copy === "table" ? tableOf(frame) : pictureOf(frame)).catch(() => "failed" as const);
  told.textContent = told.dataset[said] ?? "";
}

async function pictureOf(frame: HTMLElement): Promise<"copied" | "saved" | "failed"> {
  const svg = frame.querySelector("svg");
  const title = frame.dataset.chart ?? "";
  return svg ? copyPicture(await chartPicture(svg, title), title) : "failed";
}

async function tableOf(frame: HTMLElement): Promise<"copied" | "failed"> {
  const table = frame.querySelector("table");
  if (!table) return "failed";
  await copyTable(table);
  return "copied";
}
