/**
 * An answer whose content stands ready whole, as text or as data for JSON: sent in one piece (`sendAnswer`), and its data given to the
 * page as they are, where a Response would make text, bytes and a stream of them (docs/decisions/speed-09). Its `body` is
 * empty: read `whole`, `text()` or `json()`.
 */
export class TextResponse extends Response {
  readonly content: string | { data: unknown };
  #text: string | undefined;

  constructor(content: string | { data: unknown }, init?: ResponseInit) {
    super(null, init);
    this.content = content;
  }

  /** The text that is sent. */
  get whole(): string {
    this.#text ??= typeof this.content === "string" ? this.content : JSON.stringify(this.content.data);
    return this.#text;
  }

  /** What the text says, for a reader in this process. */
  get data(): unknown {
    return typeof this.content === "string" ? JSON.parse(this.content) : this.content.data;
  }

  override text(): Promise<string> {
    return Promise.resolve(this.whole);
  }

  override json(): Promise<unknown> {
    return Promise.resolve(JSON.parse(this.whole));
  }
}
