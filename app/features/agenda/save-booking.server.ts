import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { parseFields, ruleReply, typedValues } from "~/http/form.server";
import { translator } from "~/i18n/translate";
import { ConflictError, RuleError } from "~/lib/errors";
import { paths } from "~/paths";
import { bookAppointment, planAppointment } from "./appointments.commands.server";
import { getAppointment } from "./appointments.queries.server";
import type { BookingReply } from "./booking";
import { sayWhen } from "./emails.server";
import { bookSchema, planSchema } from "./form";
import { getBookedProvider } from "./new-appointment.server";
import { warningsIn } from "./warning-words.server";

type Saved = { to: string; text: string } | { to: null; isConflict: boolean; reply: BookingReply };

/** Books an open hour (`intent` book) or plans any time (plan) for a provider, as the office; refused, the form as it was typed. */
export function saveBooking(actor: Actor, providerId: string, fields: FormData): Saved {
  const provider = getBookedProvider(actor, providerId);
  const intent = fields.get("intent") === "plan" ? "plan" : "book";
  const again = (given: Partial<BookingReply>, isConflict = false): Saved => ({
    to: null,
    isConflict,
    reply: { intent, errors: {}, values: typedValues(fields), equipment: fields.getAll("equipment").map(String), ...given },
  });
  try {
    const errors = intent === "plan" ? plan(actor, provider, fields) : book(actor, provider, fields);
    if (errors) return again({ errors });
    const row = getAppointment(actor, String(fields.get("id")));
    return {
      to: paths.appointment(row.id),
      text: translator(actor.locale)("agenda:form.saved", { when: sayWhen(actor.locale, row) }),
    };
  } catch (error) {
    const warnings = warningsIn(actor, error);
    if (warnings) return again({ warnings });
    const isConflict = error instanceof ConflictError;
    const rule = isConflict ? new RuleError("sentAlready") : error;
    return again({ errors: ruleReply(rule, { errors: {}, values: {} }, actor.locale).errors }, isConflict);
  }
}

type Provider = ReturnType<typeof getBookedProvider>;

function book(actor: Actor, provider: Provider, fields: FormData) {
  const form = parseFields(fields, bookSchema, actor.locale);
  if (!form.isValid) return form.reply.errors;
  bookAppointment(actor, authorize(actor, "appointment.book", provider), form.value);
  return undefined;
}

function plan(actor: Actor, provider: Provider, fields: FormData) {
  const form = parseFields(fields, planSchema, actor.locale);
  if (!form.isValid) return form.reply.errors;
  planAppointment(actor, authorize(actor, "agenda.plan", provider), form.value);
  return undefined;
}
