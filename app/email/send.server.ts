import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { config } from "~/config.server";

export interface Letter {
  id: string;
  recipient: string;
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  /** One click takes its reader off the list. */
  unsubscribeUrl?: string | null;
  attachments: readonly { name: string; mediaType: string; base64: string }[];
}

/** Where mails are written when there is no relay. */
export const mailFolder = (): string => join(config().dataDir, "mails");

/** Hands one mail to the relay, or to the folder without SMTP_URL; answers what the relay said. Throws what it refused with. */
export async function deliver(letter: Letter): Promise<string> {
  const { smtpUrl } = config();
  const { subject, html, text } = letter;
  const attachments = letter.attachments.map(({ name, mediaType, base64 }) => ({
    filename: name,
    contentType: mediaType,
    content: Buffer.from(base64, "base64"),
  }));
  const message = { ...addressed(letter), subject, html, text, attachments };
  if (smtpUrl) {
    const transport = nodemailer.createTransport(withTimeouts(smtpUrl));
    const { response } = await transport.sendMail(message);
    return response;
  }
  const { message: eml } = await nodemailer.createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  const path = join(mailFolder(), `${letter.id}.eml`);
  mkdirSync(mailFolder(), { recursive: true });
  writeFileSync(`${path}.part`, Buffer.isBuffer(eml) ? eml : "");
  renameSync(`${path}.part`, path);
  return path;
}

/** One recipient object, never a list; the same Message-ID at each try, so that a relay sees a repeat. */
function addressed(letter: Letter) {
  const { mailFrom, appUrl } = config();
  return {
    from: mailFrom,
    to: { name: "", address: oneAddress(letter.recipient) },
    ...(letter.replyTo ? { replyTo: { name: "", address: oneAddress(letter.replyTo) } } : {}),
    messageId: `<${letter.id}@${new URL(appUrl).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated", ...oneClick(letter.unsubscribeUrl) },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** RFC 8058: the mail program posts `List-Unsubscribe=One-Click` to the address, without asking anything. */
function oneClick(url: string | null | undefined): Record<string, string> {
  return url ? { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {};
}

function oneAddress(address: string): string {
  if (!/^[^\s<>,;:"\p{Cc}]+@[^\s<>,;:"@\p{Cc}]+$/u.test(address)) throw new Error(`adresse refusée : ${JSON.stringify(address)}`);
  return address;
}

/** A relay that does not answer holds the queue half a minute at most. */
function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };
  for (const [name, ms] of Object.entries(limits)) if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  return url.href;
}
