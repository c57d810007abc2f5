import { renderToStaticMarkup } from "react-dom/server";
import { type Locale, translator } from "~/i18n/translate";
import { typesetAll } from "~/lib/typography";

export interface MailItem {
  title: string;
  text?: string;
  links: readonly { label: string; url: string }[];
}

export interface Message {
  locale: Locale;
  subject: string;
  /** « Bonjour Maëlle Garricq, » */
  greeting: string;
  paragraphs: readonly string[];
  /** The one thing to do. */
  button?: { label: string; url: string };
  /** Several things of one kind, each with its own links. */
  items?: readonly MailItem[];
  /** After the button: what else to know. */
  after?: readonly string[];
  /** Who stands beside the reader, and « Rappelez-moi ». */
  beside?: { lines: readonly string[]; call?: { label: string; url: string } };
  /** Why it came, and how to stop it; one line each. */
  foot: readonly string[];
}

/** One message as accessible HTML and as the same words in plain text. */
export function renderMail(written: Message): { subject: string; html: string; text: string } {
  const message = typesetAll(written);
  const t = translator(message.locale);
  const hint = t("mails:copy");
  const html = `<!doctype html>${renderToStaticMarkup(<Letter message={message} hint={hint} />)}`;
  const colon = t("common:colon");
  const button = message.button ? [`${message.button.label}${colon.trimEnd()}\n${message.button.url}`] : [];
  const blocks = [
    message.greeting,
    ...message.paragraphs,
    ...button,
    ...(message.items ?? []).map((item) => plainItem(item, colon)),
    ...(message.after ?? []),
    ...plainBeside(message.beside, colon),
    `-- \n${message.foot.join("\n")}`,
  ];
  return { subject: message.subject, html, text: `${blocks.join("\n\n")}\n` };
}

function plainBeside(beside: Message["beside"], colon: string): string[] {
  if (!beside) return [];
  const call = beside.call ? [`${beside.call.label}${colon}${beside.call.url}`] : [];
  return [[...beside.lines, ...call].join("\n")];
}

function plainItem(item: MailItem, colon: string): string {
  const links = item.links.map((link) => `  ${link.label}${colon}${link.url}`);
  return [`• ${item.title}`, ...(item.text ? [`  ${item.text}`] : []), ...links].join("\n");
}

// Mail programs read inline styles alone; colours keep their contrast on white and when inverted.
const page = { margin: 0, padding: "24px 12px", backgroundColor: "#faf8f3" };
const sheet = {
  maxWidth: "560px",
  margin: "0 auto",
  padding: "24px",
  backgroundColor: "#ffffff",
  borderTop: "6px solid #f5c02b",
  color: "#1a2330",
  fontFamily: "'Atkinson Hyperlegible', Verdana, Arial, sans-serif",
  fontSize: "17px",
  lineHeight: 1.55,
};
const buttonStyle = {
  display: "inline-block",
  padding: "12px 20px",
  borderRadius: "6px",
  backgroundColor: "#0a5c58",
  color: "#ffffff",
  fontWeight: 700,
  textDecoration: "none",
};
const small = { margin: "0 0 8px", color: "#525e6c", fontSize: "14px" };

function Item({ item }: { item: MailItem }) {
  return (
    <div style={{ margin: "0 0 16px", paddingLeft: "12px", borderLeft: "4px solid #f5c02b" }}>
      <p style={{ margin: "0 0 4px", fontWeight: 700 }}>{item.title}</p>
      {item.text ? <p style={{ margin: "0 0 4px" }}>{item.text}</p> : null}
      <p style={{ margin: 0 }}>
        {item.links.map((link) => (
          <a key={link.url} href={link.url} style={{ display: "inline-block", padding: "8px 16px 8px 0", color: "#0a5c58" }}>
            {link.label}
          </a>
        ))}
      </p>
    </div>
  );
}

function Signature({ beside }: { beside: NonNullable<Message["beside"]> }) {
  const [who, ...others] = beside.lines;
  return (
    <div style={{ marginTop: "24px" }}>
      <p style={{ margin: 0, fontWeight: 700 }}>{who}</p>
      {others.map((line) => (
        <p key={line} style={{ margin: 0 }}>
          {line}
        </p>
      ))}
      {beside.call ? (
        <a href={beside.call.url} style={{ display: "inline-block", padding: "8px 0", color: "#0a5c58", fontWeight: 700 }}>
          {beside.call.label}
        </a>
      ) : null}
    </div>
  );
}

function Letter({ message, hint }: { message: Message; hint: string }) {
  const { button } = message;
  return (
    <html lang={message.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{message.subject}</title>
      </head>
      <body style={page}>
        <div role="article" lang={message.locale} style={sheet}>
          <p>{message.greeting}</p>
          {message.paragraphs.map((text) => (
            <p key={text} style={{ whiteSpace: "pre-line" }}>
              {text}
            </p>
          ))}
          {button ? (
            <>
              <p style={{ margin: "24px 0" }}>
                <a href={button.url} style={buttonStyle}>
                  {button.label}
                </a>
              </p>
              <p style={small}>
                {hint}
                <br />
                <span style={{ wordBreak: "break-all" }}>{button.url}</span>
              </p>
            </>
          ) : null}
          {message.items?.map((item) => (
            <Item key={item.title} item={item} />
          ))}
          {message.after?.map((text) => (
            <p key={text} style={{ whiteSpace: "pre-line" }}>
              {text}
            </p>
          ))}
          {message.beside ? <Signature beside={message.beside} /> : null}
          <div style={{ marginTop: "32px", borderTop: "1px solid #d9d5ca", paddingTop: "12px" }}>
            {message.foot.map((text) => (
              <p key={text} style={small}>
                {text}
              </p>
            ))}
          </div>
        </div>
      </body>
    </html>
  );
}
