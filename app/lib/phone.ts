import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** First figures of numbers that are dialled like any French one, and are of a country code of their own: 0590 → +590. */
const overseas: readonly (readonly [beginning: RegExp, code: string])[] = [
  [/^\+33(?=(?:590|690|691)\d{6}$)/, "+590"],
  [/^\+33(?=(?:594|694)\d{6}$)/, "+594"],
  [/^\+33(?=(?:596|696|697)\d{6}$)/, "+596"],
  [/^\+33(?=(?:262|263|269|639|692|693)\d{6}$)/, "+262"],
  [/^\+33508(?=\d{6}$)/, "+508"],
];

/** A French or international number as E.164, those of the overseas départements under their own code; undefined when it cannot be one. */
export function parsePhone(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text, "FR");
  if (!number?.isPossible()) return undefined;
  const found = overseas.find(([beginning]) => beginning.test(number.number));
  return found ? number.number.replace(...found) : number.number;
}

const french = new Set(["33", "262", "590", "594", "596"]);

/** As people write it: « 05 56 00 00 00 », international where it is not French. */
export function formatPhone(phone: string | null | undefined): string {
  if (!phone) return "";
  const number = parsePhoneNumberFromString(phone);
  if (!number) return phone;
  return french.has(String(number.countryCallingCode)) ? number.formatNational() : number.formatInternational();
}

/** The same among other words of a page: it is never cut at the end of a line. */
export const phoneInText = (phone: string | null | undefined): string => formatPhone(phone).replaceAll(" ", "\u00a0");
