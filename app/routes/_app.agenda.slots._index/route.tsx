import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { describeSlots } from "~/features/agenda/slot-form.server";
import { notFound } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.agenda.slots.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "agenda.view")) throw notFound();
  const mayOpen = canSomewhere(actor, "slot.edit");
  return json({ slots: describeSlots(actor), mayOpen, texts: textsOf(actor.locale, "agenda") });
}

export default function Slots() {
  const { slots, mayOpen, texts } = useLoaderData<typeof loader>();
  const t = texts.agenda.slots;
  const open = mayOpen ? (
    <a href={paths.newSlot()} className="button button-main">
      {t.add}
    </a>
  ) : null;
  return (
    <>
      <PageTitle title={t.title} context={t.intro} action={open} />
      {slots.length === 0 ? (
        <Empty text={t.none} action={open} />
      ) : (
        <ul className="sheet max-w-3xl divide-y divide-rule">
          {slots.map((slot) => (
            <li key={slot.id} className="flex flex-wrap items-start justify-between gap-2 p-4">
              <div>
                {slot.to ? (
                  <a href={slot.to} className="inline-block font-semibold first-letter:uppercase">
                    {slot.title}
                  </a>
                ) : (
                  <p className="font-semibold first-letter:uppercase">{slot.title}</p>
                )}
                <p className="text-s text-muted">{slot.facts}</p>
              </div>
              <span className="chip">{slot.who}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
