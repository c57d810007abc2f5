import { fill, useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";

export interface FileLine {
  id: string;
  name: string;
  to: string;
  isImage: boolean;
  size: string;
}

interface FileSheetProps {
  files: FileLine[];
  /** Where files are posted; without it the list is only read. */
  to: string | undefined;
  accept: string;
}

/** Photos and files of a thing, and the form that adds some; plain forms, so that they work without JavaScript. */
export function FileSheet({ files, to, accept }: FileSheetProps) {
  const t = useTexts("files");
  return (
    <section className="grid gap-3">
      <h2 className="text-l">{t.title}</h2>
      {files.length > 0 ? (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {files.map((file) => (
            <li key={file.id} className="sheet relative overflow-hidden">
              <a href={file.to} className="grid h-full content-between no-underline">
                {file.isImage ? (
                  <img src={file.to} alt="" loading="lazy" width={400} height={300} className="aspect-4/3 w-full object-cover" />
                ) : (
                  <span className="grid aspect-4/3 place-items-center bg-paper text-muted">
                    <Icon name="file-text" size={40} />
                  </span>
                )}
                <span className="block px-3 py-2 text-s wrap-anywhere">
                  {file.name} <span className="whitespace-nowrap text-muted">{file.size}</span>
                </span>
              </a>
              {to ? (
                <form method="post" action={`${to}?remove=${file.id}`} className="absolute right-1 top-1">
                  <button
                    type="submit"
                    aria-label={fill(t.remove, { name: file.name })}
                    className="grid size-11 place-items-center rounded-full border border-rule bg-surface text-ink"
                  >
                    <Icon name="x" size={18} />
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {to ? (
        <form method="post" action={to} encType="multipart/form-data" className="sheet grid gap-2 p-4 print:hidden">
          <label htmlFor="files" className="font-semibold">
            {t.choose}
          </label>
          <p id="files-hint" className="text-s text-muted">
            {t.hint}
          </p>
          <div className="flex flex-wrap gap-2">
            <input
              id="files"
              name="files"
              type="file"
              multiple
              accept={accept}
              aria-describedby="files-hint"
              className="input min-w-0 flex-1"
            />
            <button type="submit" className="button">
              {t.add}
            </button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
