import { useTexts } from "~/i18n/use-texts";

interface PictureFormProps {
  id: string;
  title: string;
  hint: string;
  /** Where the picture is posted. */
  to: string;
  src?: string | undefined;
  alt: string;
}

/** One picture, its replacement and its removal: plain forms, so that they work without JavaScript. */
export function PictureForm({ id, title, hint, to, src, alt }: PictureFormProps) {
  const t = useTexts("files");
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="sheet mt-8 grid max-w-2xl gap-3 p-4 md:p-6">
      <h2 id={`${id}-title`} className="text-l">
        {title}
      </h2>
      {src ? (
        <img
          src={src}
          alt={alt}
          className="max-h-32 max-w-60 self-start justify-self-start rounded-box border border-rule bg-white object-contain p-1"
        />
      ) : null}
      <form method="post" action={to} encType="multipart/form-data" className="grid gap-2">
        <label htmlFor={`${id}-file`} className="font-semibold">
          {t.picture.choose}
        </label>
        <p id={`${id}-hint`} className="text-s text-muted">
          {hint}
        </p>
        <div className="flex flex-wrap gap-2">
          <input
            id={`${id}-file`}
            name="files"
            type="file"
            required
            accept="image/jpeg,image/png,image/webp"
            aria-describedby={`${id}-hint`}
            className="input min-w-0 flex-[1_1_14rem]"
          />
          <button type="submit" className="button">
            {src ? t.picture.replace : t.picture.add}
          </button>
        </div>
      </form>
      {src ? (
        <form method="post" action={`${to}${to.includes("?") ? "&" : "?"}remove=yes`}>
          <button type="submit" className="min-h-11 text-primary underline">
            {t.picture.remove}
          </button>
        </form>
      ) : null}
    </section>
  );
}
