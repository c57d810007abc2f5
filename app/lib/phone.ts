import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A French or international number as E.164; undefined when it cannot be one. */
export function parsePhone(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text, "FR");
  return number?.isPossible() ? number.number : undefined;
}

/** As people write it: « 05 56 00 00 00 », international where it is not French. */
export function formatPhone(phone: string | null | undefined): string {
  if (!phone) return "";
  const number = parsePhoneNumberFromString(phone);
  if (!number) return phone;
  return number.country === "FR" || number.countryCallingCode === "33" ? number.formatNational() : number.formatInternational();
}
