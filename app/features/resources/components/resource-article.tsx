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
  html: string;
  url: string | undefined;
  isSheet: boolean;
  /** The site of a video, which is asked nothing until the reader goes there; undefined for what is none. */
  video?: string | undefined;
  reviewed: string;
  near: ResourceLine[];
}

/** A how-to sheet to read and print, or a link with what it is for. */
export function ResourceArticle({ page, action, children }: { page: ResourcePage; action?: ReactNode; children?: ReactNode }) {
  const t = useTexts("resources");
  return (
    <article>
      <PageTitle title={page.title} context={page.context} action={action} />
      <p className="mb-6 text-l">{page.summary}</p>
      <RichText html={page.html} />
      {page.url && page.video ? <VideoFrame title={page.title} url={page.url} site={page.video} /> : null}
      {page.url && !page.video ? (
        <p className="mt-6">
          <a href={page.url} rel="noreferrer" className={page.isSheet ? "" : "button button-main"}>
            {page.isSheet ? `${t.source} : ${page.url}` : t.open}
            <Icon name="external-link" size={16} className="ml-1 inline" />
          </a>
        </p>
      ) : null}
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

/** A plain frame in the place of a player: nothing of the site is loaded here, the reader opens it there. */
function VideoFrame({ title, url, site }: { title: string; url: string; site: string }) {
  const t = useTexts("resources");
  return (
    <div className="sheet mt-6 grid aspect-video max-w-2xl content-center justify-items-center gap-3 p-4 text-center">
      <p className="text-l font-semibold">{title}</p>
      <a href={url} rel="noreferrer" className="button button-main">
        {fill(t.video.open, { site })}
        <Icon name="external-link" size={16} className="ml-1 inline" />
      </a>
      <p className="text-s text-muted print:hidden">{t.video.note}</p>
    </div>
  );
}
