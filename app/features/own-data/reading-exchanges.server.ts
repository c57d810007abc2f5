import type { ExportedData } from "./export.queries.server";
import { fieldName } from "./page.server";
import { entry, type ReadSection } from "./reading.model";
import type { Reader } from "./reading.server";

/** Messages, corrections proposed, requests about data, and what was marked among the resources. */
export function readExchanges(data: ExportedData, reader: Reader): ReadSection {
  const { t, at, locale } = reader;
  const messages = data.messages.map((message) =>
    entry(
      `${at(message.createdAt)} · ${t(`dataReading:messages.${message.kind}`)}`,
      [],
      [
        [t("dataReading:text"), message.text],
        [t("dataReading:reply"), message.reply],
      ],
    ),
  );
  const corrections = data.corrections.map((proposal) =>
    entry(
      `${at(proposal.createdAt)} · ${t("ownData:requests.file.correction")}`,
      [
        [fieldName(locale, proposal.field), [proposal.oldValue, proposal.newValue].filter(Boolean).join(" → ")],
        [t("dataReading:state"), t(`ownData:states.${proposal.decision ?? "open"}`)],
      ],
      [
        [t("dataReading:text"), proposal.comment],
        [t("dataReading:reply"), proposal.reply],
      ],
    ),
  );
  const requests = data.requests.map((request) =>
    entry(
      `${at(request.createdAt)} · ${t(`ownData:kinds.${request.kind}`)}`,
      [[t("dataReading:state"), t(`ownData:requestStates.${request.state}`)]],
      [
        [t("dataReading:text"), request.text],
        [t("dataReading:reply"), request.reply],
      ],
    ),
  );
  return {
    key: "exchanges",
    title: t("dataReading:sections.exchanges"),
    entries: [...messages, ...corrections, ...requests, ...readMarks(data, reader)],
  };
}

function readMarks(data: ExportedData, { t, at }: Reader) {
  return data.marks.map((mark) =>
    entry(t("dataReading:markOf", { title: mark.title }), [
      [t("dataReading:keptMark"), mark.isKept ? t("dataReading:yes") : ""],
      [t("dataReading:doneOn"), at(mark.doneAt)],
      [t("dataReading:usefulMark"), mark.isUseful === null ? "" : t(mark.isUseful ? "dataReading:yes" : "dataReading:no")],
    ]),
  );
}

/** What was written to its people by mail, and the news of its plan. */
export function readMails(data: ExportedData, { t, at, day }: Reader): ReadSection {
  const mails = data.mails.map((mail) =>
    entry(mail.subject, [
      [t("dataReading:sentTo"), mail.recipient],
      [t("dataReading:sentAt"), at(mail.sentAt ?? mail.createdAt)],
      [t("dataReading:state"), t(`notices:sent.states.${mail.state}`)],
    ]),
  );
  const news = data.news.map((notice) =>
    entry(`${at(notice.createdAt)} · ${t(`notices:choices.kinds.${notice.kind}`)}`, [
      [t("dataReading:readAt"), at(notice.readAt)],
      [t("dataReading:mailedOn"), day(notice.mailedOn)],
    ]),
  );
  return { key: "mails", title: t("dataReading:sections.mails"), entries: [...mails, ...news] };
}
