import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { HandoverForm } from "~/features/providers/components/handover-form";
import { handOver } from "~/features/providers/handover.commands.server";
import { handoverSchema } from "~/features/providers/handover.form";
import { describeHandover } from "~/features/providers/handover-page.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { forbidden, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useLabelled } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { formKey } from "~/ui/form-key";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.handover.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "provider.handOver")) throw forbidden();
  const from = new URL(asked.request.url).searchParams.get("from");
  return json({ data: describeHandover(actor, from), texts: textsOf(actor.locale, "handover") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "provider.handOver")) throw forbidden();
  const form = await parseForm(asked.request, handoverSchema, actor.locale);
  if (!form.isValid) return invalid({ reply: form.reply });
  const { ownerId } = describeHandover(actor, form.value.fromUserId);
  try {
    const { passed } = handOver(actor, authorize(actor, "provider.handOver", { id: ownerId, ownerId }), form.value);
    const undo = { action: paths.handoverUndoing(form.value.id), label: translator(actor.locale)("handover:undo") };
    const text = translator(actor.locale)("handover:done", { count: passed });
    return redirectWithToast(paths.handOver(), { text, tone: "ok", undo });
  } catch (error) {
    return invalid({ reply: ruleReply(error, form.reply, actor.locale) });
  }
}

export default function HandOver() {
  const labelled = useLabelled();
  const { data, texts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = texts.handover;
  return (
    <>
      <PageTitle title={t.title} context={t.context} />
      {data.coaches.length > 1 ? (
        <form method="get" className="mb-4 flex flex-wrap items-end gap-2">
          <label className="grid gap-1">
            <span className="text-s font-semibold">{t.from}</span>
            <select name="from" defaultValue={data.fromUserId} className="input">
              {data.coaches.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button">
            {t.show}
          </button>
        </form>
      ) : null}
      {data.providers.length === 0 || data.successors.length === 0 ? (
        <Empty text={data.successors.length === 0 ? t.alone : t.none} />
      ) : (
        <HandoverForm key={formKey(data.id, answer?.reply)} data={data} reply={answer?.reply} />
      )}
      {data.recent.length > 0 ? <h2 className="mt-8 mb-2 text-l">{t.recent}</h2> : null}
      <ul className="grid max-w-2xl gap-3">
        {data.recent.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0 flex-1 basis-56">{one.text}</span>
            <form method="post" action={one.to}>
              <button type="submit" className="button" aria-label={labelled(t.undo, one.text)}>
                {t.undo}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
