import { PictureForm } from "~/features/files/components/picture-form";
import { fill, useLabelled, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";

interface FilesOfResource {
  slug: string;
  accept: string;
  document?: { name: string; to: string; size: string } | undefined;
  reading: string;
  picture?: string | undefined;
  pictures: { id: string; name: string; to: string; line: string }[];
}

/** The document of a resource, its picture, and those of its text; plain forms, so that they work without JavaScript. */
export function ResourceFiles({ files }: { files: FilesOfResource }) {
  const { file: t } = useTexts("resources");
  const { slug, picture } = files;
  return (
    <>
      <DocumentForm files={files} />
      <PictureForm
        id="picture"
        title={t.picture}
        hint={t.pictureHint}
        to={paths.resourceFiles(slug, { as: "picture" })}
        src={picture}
        alt=""
      />
      <TextPictures files={files} />
    </>
  );
}

function DocumentForm({ files }: { files: FilesOfResource }) {
  const { file: t } = useTexts("resources");
  const { document, slug } = files;
  return (
    <section id="document" aria-labelledby="document-title" className="sheet grid max-w-2xl gap-3 p-4 md:p-6">
      <h2 id="document-title" className="text-l">
        {t.document}
      </h2>
      {document ? (
        <div className="grid gap-1">
          <a href={document.to} className="inline-flex min-h-11 items-center gap-2 wrap-anywhere">
            <Icon name="file-text" size={20} />
            {document.name} <span className="whitespace-nowrap text-muted">{document.size}</span>
          </a>
          {files.reading ? <p className="text-s text-muted">{files.reading}</p> : null}
        </div>
      ) : null}
      <form method="post" action={paths.resourceFiles(slug)} encType="multipart/form-data" className="grid gap-2">
        <label htmlFor="document-file" className="font-semibold">
          {t.chooseDocument}
        </label>
        <p id="document-hint" className="text-s text-muted">
          {t.documentHint}
        </p>
        <div className="flex flex-wrap gap-2">
          <input
            id="document-file"
            name="files"
            type="file"
            required
            accept={files.accept}
            aria-describedby="document-hint"
            className="input min-w-0 flex-[1_1_14rem]"
          />
          <button type="submit" className="button">
            {document ? t.replaceDocument : t.addDocument}
          </button>
        </div>
      </form>
      {document ? (
        <form method="post" action={paths.resourceFiles(slug, { remove: "yes" })}>
          <button type="submit" className="min-h-11 text-primary underline">
            {t.withdraw}
          </button>
        </form>
      ) : null}
    </section>
  );
}

/** Each picture with the line that sets it in the text. */
function TextPictures({ files }: { files: FilesOfResource }) {
  const labelled = useLabelled();
  const { file: t } = useTexts("resources");
  const { picture: words, remove } = useTexts("files");
  const to = (query: Record<string, string>) => paths.resourceFiles(files.slug, { as: "text", ...query });
  return (
    <section id="text" aria-labelledby="text-title" className="sheet mt-8 grid max-w-2xl gap-3 p-4 md:p-6">
      <h2 id="text-title" className="text-l">
        {t.inText}
      </h2>
      <p className="text-s text-muted">{t.inTextHint}</p>
      <ul className="grid gap-3">
        {files.pictures.map((picture) => (
          <li key={picture.id} className="grid items-center gap-3 sm:grid-cols-[8rem_1fr_auto]">
            <img src={picture.to} alt="" loading="lazy" className="max-h-24 max-w-32 rounded-box object-contain" />
            <input readOnly aria-label={labelled(t.line, picture.name)} value={picture.line} className="input font-mono text-s" />
            <form method="post" action={to({ remove: picture.id })}>
              <button type="submit" className="button" aria-label={fill(remove, { name: picture.name })}>
                <Icon name="x" size={18} />
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={to({})} encType="multipart/form-data" className="grid gap-2">
        <label htmlFor="text-file" className="font-semibold">
          {words.choose}
        </label>
        <div className="flex flex-wrap gap-2">
          <input
            id="text-file"
            name="files"
            type="file"
            required
            accept="image/jpeg,image/png,image/webp"
            className="input min-w-0 flex-[1_1_14rem]"
          />
          <button type="submit" className="button">
            {words.add}
          </button>
        </div>
      </form>
    </section>
  );
}
