import type { Catalogue } from "../../translate";

export const errors: Catalogue["errors"] = {
  required: "Please fill this in.",
  invalid: "This value does not fit. Please check it.",
  tooLong: "Too long: please shorten the text.",
  email: "Incomplete e-mail address: a part is missing, for example name@domain.com.",
  day: "Write the date like 2026-03-12.",
  dayFuture: "This day is still to come: a session is logged once it is done.",
  duration: "A duration between 1 minute and 24 hours, for example 45 or 1h30.",
  number: "A whole number is expected.",
  phone: "Please check this phone number, for example +33 5 56 00 00 00.",
  participants: "Choose at least one provider, or give a number of people.",
  unknownProvider: "This provider is no longer in your office. Please search again.",
  unknownTheme: "Choose a theme from the list.",
  credentials: "Unknown e-mail or password. Check them, or ask for a link by e-mail.",
  limited: "Too many attempts. Wait a quarter of an hour, or ask for a link by e-mail.",
  notInOffice: "Choose an office you work for.",
};
