import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { CallBack } from "~/features/accounts/components/call-back";
import { LostKeyPage } from "~/features/accounts/components/lost-key-page";
import { openingKey } from "~/features/accounts/lost-key.server";
import { type Click, callByClick, confirmClick, readClick } from "~/features/notifications/click.server";
import { textsOf } from "~/i18n/translate";
import { fill, useTexts } from "~/i18n/use-texts";
import { Logo } from "~/ui/logo";
import { titledUnlisted } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titledUnlisted(data?.texts.notices.click.title);

/** A GET changes nothing: a mail scanner may open it as often as it likes. */
export async function loader(asked: LoaderFunctionArgs) {
  const click = await openingKey(asked.request, () => readClick(asked.params.token ?? ""));
  return json({ ...click, texts: textsOf(click.locale, "common", "notices", "beside") });
}

export async function action(asked: ActionFunctionArgs) {
  const fields = await asked.request.formData();
  const token = asked.params.token ?? "";
  if (fields.get("intent") === "callback") {
    return json({ isKept: false, called: await openingKey(asked.request, () => callByClick(token, fields)) });
  }
  const comment = String(fields.get("comment") ?? "").slice(0, 1000);
  return json({ isKept: await openingKey(asked.request, () => confirmClick(token, comment)), called: "" });
}

export default function ClickAnswer() {
  const { asked, beside, callbackId, texts } = useLoaderData<typeof loader>();
  const here = useLocation().pathname;
  const reply = useActionData<typeof action>();
  const isKept = reply?.isKept === true;
  const t = texts.notices.click;
  return (
    <div className="mx-auto max-w-2xl px-4 pb-16">
      <header className="py-4">
        <Logo />
      </header>
      <main id="content">
        {isKept ? <Said title={t.thanks} text={t.thanksText} /> : null}
        {isKept || asked ? null : <Said title={t.spent} text={t.spentText} />}
        {!isKept && asked ? <ConfirmClick asked={asked} /> : null}
        {reply?.called ? (
          <p role="status" className="mt-4 font-semibold">
            {reply.called}
          </p>
        ) : null}
        <CallBack contact={beside} action={here} id={callbackId} />
      </main>
    </div>
  );
}

function ConfirmClick({ asked }: { asked: NonNullable<Click["asked"]> }) {
  const { click: t } = useTexts("notices");
  return (
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

export const ErrorBoundary = LostKeyPage;
