// Cuts a stream of JSON into its objects without holding it: an array of 100,000 is met one object at a time.

export interface JsonPart {
  text: string;
  /** False when the file ends within it, or it is longer than allowed. */
  isWhole: boolean;
}

/** The lists whose elements are the records, by their place in the document. */
const recordLists = new Set([
  "",
  "objects",
  "objetsTouristiques",
  "value",
  "d",
  "d.results",
  "results",
  "@graph",
  "items",
  "data",
]);

/**
 * The elements of the document's list of records (at its root, or under a known name), else the document
 * itself; several documents one after the other are each read.
 */
export async function* jsonParts(bytes: AsyncIterable<Buffer>, objectBytes: number): AsyncGenerator<JsonPart> {
  const cutter = new Cutter(objectBytes);
  for await (const chunk of bytes) yield* cutter.push(chunk);
  yield* cutter.end();
}

interface Frame {
  isArray: boolean;
  key: string;
}

const [SPACE, QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE, COMMA, COLON] = [
  0x20, 0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d, 0x2c, 0x3a,
];

function isOpening(byte: number): boolean {
  return byte === OPEN || byte === OPEN_LIST;
}

function isClosing(byte: number): boolean {
  return byte === CLOSE || byte === CLOSE_LIST;
}

class Cutter {
  /** Containers open around the cursor, outside the piece being taken. */
  private frames: Frame[] = [];
  private key = "";
  private isKeyNext = false;
  private inString = false;
  private isEscaped = false;
  /** Depth within the piece being taken; -1 when none is. */
  private depth = -1;
  private taken: Buffer[] = [];
  private takenBytes = 0;
  private start = 0;
  private keyBytes: number[] = [];
  private hasList = false;
  private isScalar = false;
  private done: JsonPart[] = [];
  /** The document itself, kept until a list of records is met in it. */
  private root: Buffer[] = [];
  private rootBytes = 0;
  private rootStart = 0;
  private chunk: Buffer = Buffer.alloc(0);

  constructor(private readonly objectBytes: number) {}

  push(chunk: Buffer): JsonPart[] {
    this.chunk = chunk;
    this.start = 0;
    this.rootStart = 0;
    for (let at = 0; at < chunk.length; at += 1) this.read(chunk[at] ?? 0, at);
    if (this.depth >= 0) this.keep(chunk.subarray(this.start));
    if (this.frames.length > 0 && !this.hasList) this.keepRoot(chunk.subarray(this.rootStart));
    return this.flush();
  }

  end(): JsonPart[] {
    if (this.depth >= 0) this.finish(false);
    else if (this.frames.length > 0 && !this.hasList) this.done.push({ text: decode(this.root), isWhole: false });
    return this.flush();
  }

  private flush(): JsonPart[] {
    const ready = this.done;
    this.done = [];
    return ready;
  }

  private read(byte: number, at: number): void {
    if (this.inString) this.readString(byte, at);
    else if (this.depth >= 0) this.readPiece(byte, at);
    else this.readFrame(byte, at);
  }

  private readString(byte: number, at: number): void {
    if (byte === QUOTE && !this.isEscaped) this.endString(at);
    else {
      this.isEscaped = byte === BACKSLASH && !this.isEscaped;
      if (this.isKeyNext && this.keyBytes.length < 64) this.keyBytes.push(byte);
    }
  }

  private endString(at: number): void {
    this.inString = false;
    if (this.isKeyNext) this.key = Buffer.from(this.keyBytes).toString("utf8");
    if (this.depth === 0) this.finish(true, at + 1);
  }

  /** Inside the piece being taken: only its end matters. */
  private readPiece(byte: number, at: number): void {
    if (this.isScalar) this.readScalar(byte, at);
    else if (byte === QUOTE) this.inString = true;
    else if (isOpening(byte)) this.depth += 1;
    else if (isClosing(byte)) this.depth -= 1;
    if (this.depth === 0 && isClosing(byte)) this.finish(true, at + 1);
  }

  private readScalar(byte: number, at: number): void {
    if (byte !== COMMA && byte !== CLOSE_LIST && byte > SPACE) return;
    this.finish(true, at);
    this.readFrame(byte, at);
  }

  private readFrame(byte: number, at: number): void {
    if (isClosing(byte)) this.close(at);
    else if (this.startsRecord(byte)) this.take(byte, at);
    else if (isOpening(byte)) this.open(byte === OPEN_LIST, at);
    else this.readSign(byte);
  }

  private readSign(byte: number): void {
    if (byte === QUOTE) {
      this.inString = true;
      this.keyBytes = [];
    } else if (byte === COMMA) this.isKeyNext = this.isInObject();
    else if (byte === COLON) this.isKeyNext = false;
  }

  private startsRecord(byte: number): boolean {
    return byte > SPACE && byte !== COMMA && this.frames.at(-1)?.isArray === true && this.isRecordList();
  }

  private isInObject(): boolean {
    return this.frames.at(-1)?.isArray === false;
  }

  private open(isArray: boolean, at: number): void {
    if (this.frames.length === 0) {
      this.root = [];
      this.rootBytes = 0;
      this.rootStart = at;
      this.hasList = false;
      this.key = "";
    }
    this.frames.push({ isArray, key: this.key });
    this.isKeyNext = !isArray;
    if (isArray && this.isRecordList()) {
      this.hasList = true;
      this.root = [];
    }
  }

  private close(at: number): void {
    this.frames.pop();
    this.isKeyNext = this.isInObject();
    if (this.frames.length > 0 || this.hasList) return;
    this.keepRoot(this.chunk.subarray(this.rootStart, at + 1));
    if (this.root.length > 0) this.done.push({ text: decode(this.root), isWhole: this.rootBytes <= this.objectBytes });
    this.root = [];
  }

  private isRecordList(): boolean {
    return (
      this.frames.length <= 3 &&
      recordLists.has(
        this.frames
          .slice(1)
          .map((frame) => frame.key)
          .join("."),
      )
    );
  }

  private take(byte: number, at: number): void {
    this.start = at;
    this.taken = [];
    this.takenBytes = 0;
    this.depth = isOpening(byte) ? 1 : 0;
    this.inString = byte === QUOTE;
    this.isKeyNext = false;
    this.isScalar = this.depth === 0 && !this.inString;
  }

  private finish(isWhole: boolean, end?: number): void {
    if (end !== undefined) this.keep(this.chunk.subarray(this.start, end));
    this.done.push({ text: decode(this.taken), isWhole: isWhole && this.takenBytes <= this.objectBytes });
    this.depth = -1;
    this.isScalar = false;
    this.inString = false;
    this.taken = [];
  }

  private keep(piece: Buffer): void {
    this.takenBytes += piece.length;
    if (this.takenBytes <= this.objectBytes) this.taken.push(piece);
  }

  private keepRoot(piece: Buffer): void {
    this.rootBytes += piece.length;
    if (this.rootBytes <= this.objectBytes) this.root.push(piece);
  }
}

/** UTF-8, else what old Windows programs write. */
function decode(pieces: Buffer[]): string {
  const bytes = Buffer.concat(pieces);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
