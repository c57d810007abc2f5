import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmClick, readClick } from "~/features/notifications/click.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { fill } from "~/i18n/use-texts";
import { ErrorPage } from "~/ui/error-page";
import { Logo } from "~/ui/logo";

export const meta: MetaFunction = () => [{ title: "Votre réponse · Balise" }, { name: "robots", content: "noindex" }];

/** A GET changes nothing: a mail scanner may open it as often as it likes. */
export async function loader(asked: LoaderFunctionArgs) {
  const click = await answering(() => readClick(asked.params.token ?? ""));
  return json({ ...click, texts: textsOf(click.locale, "notices") });
}

export async function action(asked: ActionFunctionArgs) {
  const fields = await asked.request.formData();
  const comment = String(fields.get("comment") ?? "").slice(0, 1000);
  return json({ isKept: await answering(() => confirmClick(asked.params.token ?? "", comment)) });
}

export default function ClickAnswer() {
  const { asked, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.notices.click;
  return (
    <div className="mx-auto max-w-2xl px-4 pb-16">
      <header className="py-4">
        <Logo />
      </header>
      <main id="content">
        {reply?.isKept ? <Said title={t.thanks} text={t.thanksText} /> : null}
        {!reply?.isKept && !asked ? <Said title={t.spent} text={t.spentText} /> : null}
        {!reply?.isKept && asked ? (
          <form method="post" className="next-step mt-4 grid gap-4">
            <h1 className="text-xl">{t.title}</h1>
            <p className="text-l">{fill(t[asked.answer], { title: asked.title })}</p>
            <div className="grid gap-1">
              <label htmlFor="comment" className="font-semibold">
                {t.word}
              </label>
              <textarea id="comment" name="comment" rows={2} maxLength={1000} className="input" />
            </div>
            <button type="submit" className="button button-main min-h-14 text-l">
              {t.yes}
            </button>
          </form>
        ) : null}
      </main>
    </div>
  );
}

function Said({ title, text }: { title: string; text: string }) {
  return (
    <div role="status" className="next-step mt-4">
      <h1 className="text-xl">{title}</h1>
      <p className="mt-2">{text}</p>
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
