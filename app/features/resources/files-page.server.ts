import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { describeFile } from "~/features/files/lines";
import { acceptedDocuments } from "~/features/files/model";
import { listFiles } from "~/features/files/queries.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import type { getResource } from "./queries.server";

type Resource = Authorized<ReturnType<typeof getResource>, "resource.edit">;

/** What the page of a resource's document and pictures shows. */
export function describeResourceFiles(actor: Actor, resource: Resource) {
  const { locale } = actor;
  const { file: t } = textsOf(locale, "resources").resources;
  const { slug, title, fileId, pictureFileId, fileState } = resource;
  const lines = listFiles(actor, "resource", resource.id).map((file) => ({
    ...describeFile(locale, file),
    to: paths.resourceFile(slug, file.id),
  }));
  return {
    slug,
    title,
    accept: acceptedDocuments,
    document: lines.find((line) => line.id === fileId),
    reading: fileState ? t.states[fileState] : "",
    picture: lines.find((line) => line.id === pictureFileId)?.to,
    pictures: lines
      .filter((line) => line.isImage && line.id !== pictureFileId)
      .map((line) => ({ ...line, line: `![${t.wording}](image:${line.id})` })),
  };
}
