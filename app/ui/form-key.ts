/**
 * The key of a form that makes something under a fresh id: made anew once what it sent was taken. A refused one
 * stays in its place while the page is read again, so that what is typed meanwhile is not lost.
 */
export const formKey = (id: string, reply: unknown): string => (reply ? "refused" : id);
