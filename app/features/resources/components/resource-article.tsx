import type { ReactNode } from "react";
import { fill, useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import { PageTitle } from "~/ui/page-title";
import { RichText } from "~/ui/rich-text";
import { type ResourceLine, ResourceList } from "./resource-list";

export interface ResourcePage {
  title: string;
  context: string;
  summary: string;
  /** The language that it is written in, which may not be the reader's. */
  lang: string;
  html: string;
  url: string | undefined;
  isSheet: boolean;
  /** The site of a video, which is asked nothing until the reader goes there; undefined for what is none. */
  video?: string | undefined;
  /** A picture of the library's own: in the place of a video's, or above the text. */
  picture?: string | undefined;
  /** Its document, to take away. */
  file?: { name: string; to: string; size: string } | undefined;
  reviewed: string;
  near: ResourceLine[];
}

/** A how-to sheet to read and print, or a link with what it is for. */
export function ResourceArticle({ page, action, children }: { page: ResourcePage; action?: ReactNode; children?: ReactNode }) {
  const t = useTexts("resources");
  return (
    <article>
      <PageTitle title={page.title} context={page.context} action={action} />
      <p lang={page.lang} className="mb-6 text-l">
        {page.summary}
      </p>
      {page.picture && !page.video ? <img src={page.picture} alt="" className="mb-6 max-h-96 max-w-full rounded-box" /> : null}
      <div lang={page.lang}>
        <RichText html={page.html} />
      </div>
      {page.file ? <DocumentDoor file={page.file} /> : null}
      {page.url ? <AddressDoor page={page} url={page.url} /> : null}
      <p className="mt-6 text-s text-muted">{page.reviewed}</p>
      {children}
      {page.near.length > 0 ? (
        <section className="mt-10 print:hidden">
          <h2 className="mb-3 text-l">{t.near}</h2>
          <ResourceList rows={page.near} />
        </section>
      ) : null}
    </article>
  );
}

/** Where the resource leads: a video in its frame, a link, or the source of a sheet. */
function AddressDoor({ page, url }: { page: ResourcePage; url: string }) {
  const t = useTexts("resources");
  const { colon } = useTexts("common");
  if (page.video) return <VideoFrame page={page} url={url} site={page.video} />;
  return (
    <p className="mt-6 wrap-anywhere">
      <a href={url} rel="noreferrer" className={page.isSheet ? "" : "button button-main"}>
        {page.isSheet ? `${t.source}${colon}${url}` : t.open}
        <Icon name="external-link" size={16} className="ml-1 inline" />
      </a>
    </p>
  );
}

/** The document of a resource, its name and its size before it is taken. */
function DocumentDoor({ file }: { file: { name: string; to: string; size: string } }) {
  const t = useTexts("resources");
  return (
    <p className="mt-6 print:hidden">
      <a href={file.to} className="button button-main inline-flex max-w-full items-center gap-2 wrap-anywhere">
        <Icon name="file-text" size={18} />
        {fill(t.file.take, { name: file.name, size: file.size })}
      </a>
    </p>
  );
}

interface VideoFrameProps {
  page: Pick<ResourcePage, "title" | "picture">;
  url: string;
  site: string;
}

/** A frame of ours in the place of a player: nothing of the site is loaded here, the reader opens it there. */
function VideoFrame({ page, url, site }: VideoFrameProps) {
  const t = useTexts("resources");
  return (
    <div className="sheet mt-6 max-w-2xl overflow-hidden">
      {page.picture ? (
        <img src={page.picture} alt="" className="aspect-video w-full object-cover" />
      ) : (
        <p className="grid aspect-video place-items-center bg-paper p-4 text-center text-l font-semibold">{page.title}</p>
      )}
      <div className="grid justify-items-start gap-2 p-4">
        <a href={url} rel="noreferrer" className="button button-main">
          {fill(t.video.open, { site })}
          <Icon name="external-link" size={16} className="ml-1 inline" />
        </a>
        <p className="text-s text-muted print:hidden">{t.video.note}</p>
      </div>
    </div>
  );
}
