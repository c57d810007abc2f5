import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Relay {
  url: string;
  /** What it accepted, whole. */
  received: string[];
  /** How it answers the end of each message; accepts by default. */
  answer: (accept: (refusal?: Error) => void) => void;
  close(): Promise<void>;
}

/** A real SMTP server on loopback. */
export async function openRelay(): Promise<Relay> {
  const relay: Relay = { url: "", received: [], answer: (accept) => accept(), close: () => Promise.resolve() };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () =>
        relay.answer((refusal) => {
          if (!refusal) relay.received.push(Buffer.concat(chunks).toString("utf8"));
          callback(refusal);
        }),
      );
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await new Promise<void>((done) => listening.once("listening", done));
  const address: AddressInfo | string | null = listening.address();
  relay.url = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  relay.close = () => new Promise((done) => server.close(() => done()));
  return relay;
}
