import { json } from "@remix-run/node";
import { ForbiddenError, NotFoundError } from "~/lib/errors";

export const notFound = () => new Response(null, { status: 404 });
export const forbidden = () => new Response(null, { status: 403 });

/** A form that comes back with its errors and what was typed: 400. */
export const invalid = <T>(reply: T) => json(reply, { status: 400 });

/** Someone else saved meanwhile: 409, both values side by side. */
export const conflict = <T>(reply: T) => json(reply, { status: 409 });

/** Runs a loader's or action's work; not found and forbidden become their pages (design 5.7). */
export async function answering<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFoundError) throw notFound();
    if (error instanceof ForbiddenError) throw forbidden();
    throw error;
  }
}
