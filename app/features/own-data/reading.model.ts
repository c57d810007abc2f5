/** What a fact says, under its name. */
export interface ReadFact {
  label: string;
  value: string;
}

/** One thing that is kept: a contact, a session, a mail. */
export interface ReadEntry {
  title: string;
  facts: ReadFact[];
  /** What somebody wrote, under its name. */
  texts: ReadFact[];
  /** The session that it is, for who reviews it. */
  sessionId?: string;
}

export interface ReadSection {
  key: string;
  title: string;
  /** Said under the title. */
  about?: string;
  entries: ReadEntry[];
}

type Told = [label: string, value: string | number | null | undefined];

/** A thing kept, without what nobody filled. */
export const entry = (title: string, facts: readonly Told[] = [], texts: readonly Told[] = []): ReadEntry => ({
  title,
  facts: filled(facts),
  texts: filled(texts),
});

const filled = (told: readonly Told[]): ReadFact[] =>
  told.flatMap(([label, value]) =>
    value === null || value === undefined || value === "" ? [] : [{ label, value: String(value) }],
  );
