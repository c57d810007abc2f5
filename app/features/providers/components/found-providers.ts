/** A provider as a form's search shows it: kind and commune in one line. */
export interface FoundProvider {
  id: string;
  name: string;
  context: string;
}

/** What the search answers: the count in words, and the rows. */
export interface FoundProviders {
  found: string;
  rows: FoundProvider[];
}
