// What a page of charts does in the browser where it is served without Remix's scripts: one small file of its own.
import { listenToCopies } from "./listen-to-copies";
import { readAgain } from "./read-again";
import { watchFigures } from "./watch-figures";

listenToCopies();
const news = () => document.querySelector<HTMLElement>("[data-version][data-address]")?.dataset;
const address = news()?.address;
if (address) watchFigures({ version: () => news()?.version ?? "", address, refresh: readAgain });
