import type { Actor } from "~/access/actor";
import { themeCodes } from "~/features/themes/model";
import { errorText } from "~/http/form.server";
import { formatNumber } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { type MatchedWord, matchedWords, sessionChannels } from "~/lib/vocabulary";
import type { Option } from "./components/column-table";
import type { MatchGroup, MatchLine } from "./components/match-table";
import type { RowReviewProps } from "./components/row-review";
import { listFormerStaff, listMatches, listSuggested } from "./matches.queries.server";
import { countRecords, getImport } from "./queries.server";
import { isComingReported } from "./reported-days.server";
import { listProblems, problemsShown } from "./rows.queries.server";
import type { ImportRow } from "./stored.server";

type Match = ReturnType<typeof listMatches>[number];

/** The one screen of a follow-up or partner file: its names to clarify, its rows that cannot be taken, what goes on. */
export function describeRows(actor: Actor, importId: string): RowReviewProps & { fileName: string; context: string } {
  const row = getImport(actor, importId);
  if (row.content === "listings" || row.state !== "to_review") throw new NotFoundError("import");
  const t = translator(actor.locale);
  const { counts } = countRecords(actor, row.id);
  const ready = row.content === "past_sessions" ? "sessionsReady" : "partnersReady";
  return {
    fileName: row.fileName,
    context: t(`tableImport:rowsContext.${row.content}`),
    content: row.content,
    ready: t(`tableImport:${ready}`, { count: counts.new }),
    hasRows: counts.new > 0,
    notice: noticeOf(actor, row),
    groups: groupsOf(actor, row),
    recognised: recognisedOf(actor, row),
    wrong: wrongOf(actor, row, counts.wrong),
    isCounted: row.isCounted,
    asksReason: isComingReported(row),
    hasColumns: row.sample !== null && row.createdById === actor.userId,
  };
}

function noticeOf(actor: Actor, { error }: ImportRow): string {
  if (error === null) return "";
  const { key }: { key: string } = JSON.parse(error);
  return errorText(actor.locale, key);
}

/** What waits for an answer, providers first; each line has its own place in the form. */
function groupsOf(actor: Actor, row: ImportRow): MatchGroup[] {
  const t = translator(actor.locale);
  const asked = listMatches(actor, row.id, false);
  const optionsFor = openOptions(actor, row, asked);
  let place = 0;
  return matchedWords.flatMap((word) => {
    const found = asked.filter((one) => one.word === word);
    if (found.length === 0) return [];
    const rows = found.map((one): MatchLine => {
      place += 1;
      return lineOf(actor, one, { place: place - 1, options: optionsFor(one) });
    });
    const title = word === "provider" ? t("tableImport:names.provider", { count: rows.length }) : t(`tableImport:names.${word}`);
    return [{ word, title, help: t(`tableImport:names.${word}Help`), rows }];
  });
}

function lineOf(actor: Actor, one: Match, { place, options }: { place: number; options: Option[] }): MatchLine {
  return {
    place,
    word: one.word,
    key: one.key,
    name: one.name,
    rows: formatNumber(actor.locale, one.rows),
    choice: one.targetId ?? (one.answer === "is" ? "" : (one.answer ?? "")),
    options,
  };
}

/** What each name may be answered with. */
function openOptions(actor: Actor, { ownerId }: ImportRow, asked: readonly Match[]) {
  const t = translator(actor.locale);
  const known = listSuggested(
    ownerId,
    asked.flatMap((one) => (one.word === "provider" ? [...one.suggestions, one.targetId ?? ""] : [])),
  );
  const closed: Record<Exclude<MatchedWord, "provider">, Option[]> = {
    author: listFormerStaff(ownerId).map(({ id, name }) => ({ value: id, text: name })),
    theme: themeCodes.map((value) => ({ value, text: t(`themes:${value}.name`) })),
    channel: sessionChannels.map((value) => ({ value, text: t(`coaching:channels.${value}`) })),
  };
  const last = [
    { value: "new", text: t("tableImport:isNew") },
    { value: "aside", text: t("tableImport:aside") },
  ];
  return (one: Match): Option[] => {
    if (one.word !== "provider") return [{ value: "", text: t("tableImport:unsaid") }, ...closed[one.word]];
    const ids = [...new Set([...one.suggestions, ...(one.targetId ? [one.targetId] : [])])];
    const suggested = ids.flatMap((value) => {
      const provider = known.get(value);
      return provider ? [{ value, text: [provider.name, provider.commune].filter(Boolean).join(", ") }] : [];
    });
    return [{ value: "", text: t("tableImport:toSay") }, ...suggested, ...last];
  };
}

function recognisedOf(actor: Actor, row: ImportRow): RowReviewProps["recognised"] {
  const found = listMatches(actor, row.id, true).filter((one) => one.word === "provider");
  if (found.length === 0) return undefined;
  const title = translator(actor.locale)("tableImport:names.recognised", { count: found.length });
  return { title, names: found.map((one) => one.name) };
}

function wrongOf(actor: Actor, row: ImportRow, count: number): RowReviewProps["wrong"] {
  if (count === 0) return undefined;
  const t = translator(actor.locale);
  return {
    title: t("tableImport:wrongRows", { count }),
    more: count > problemsShown ? t("tableImport:moreWrong", { count: problemsShown }) : "",
    rows: listProblems(actor, row.id).map(({ line, name, problem }) => ({
      line: formatNumber(actor.locale, line),
      name,
      what: t(`tableImport:problems.${problem.key}`, { said: problem.said }),
    })),
  };
}
