import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { GivenResources } from "~/features/workshops/components/given-resources";
import { RegisterForm } from "~/features/workshops/components/register-form";
import { WorkshopPoster } from "~/features/workshops/components/workshop-poster";
import { hostSchema } from "~/features/workshops/form";
import { actOnOwnRegistration } from "~/features/workshops/host-actions.server";
import { chooseRegistering, readHostWorkshop } from "~/features/workshops/host-pages.server";
import { parsePerson, refusedPerson } from "~/features/workshops/posted-person.server";
import { getHostWorkshop } from "~/features/workshops/public.queries.server";
import { registerHost } from "~/features/workshops/registrations.commands.server";
import { answering, invalid, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.poster.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => readHostWorkshop(actor, asked.params.workshopId ?? ""));
  return json({ ...page, texts: textsOf(actor.locale, "programme", "workshops") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const workshop = await answering(() => getHostWorkshop(actor, asked.params.workshopId ?? ""));
  const fields = await asked.request.formData();
  const here = paths.myWorkshop(workshop.id);
  if (fields.get("intent") !== "register") return actOnOwnRegistration(actor, fields, here);
  const form = parsePerson(fields, hostSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  const chosen = chooseRegistering(actor, form.value.providerId);
  if (!chosen) throw notFound();
  const provider = authorize(actor, "workshop.join", chosen.provider);
  try {
    const input = { ...form.value, establishment: chosen.provider.name };
    const { state } = registerHost(actor, provider, { workshop, input, email: chosen.email });
    const key = state === "waiting" ? "programme:done.waiting" : "programme:done.registered";
    return redirectWithToast(here, { text: translator(actor.locale)(key), tone: "ok" });
  } catch (error) {
    return invalid(refusedPerson(error, form.reply, actor.locale));
  }
}

export default function MyWorkshop() {
  const { poster, questions, id, choices, known, video, own, before, after, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.programme;
  return (
    <>
      <WorkshopPoster poster={poster} isPublic>
        {video ? (
          <p>
            {t.manage.video} <a href={video}>{video}</a>
          </p>
        ) : null}
      </WorkshopPoster>
      <GivenResources title={t.manage.before} given={before} />
      <GivenResources title={t.manage.after} given={after} />
      {own.map((one) => (
        <Form key={one.id} method="post" className="sheet mt-4 flex flex-wrap items-center gap-3 p-4">
          <div className="grow">
            <p className="font-semibold">{one.status}</p>
            <p className="text-s text-muted">{one.who}</p>
          </div>
          <input type="hidden" name="registrationId" value={one.id} />
          {one.state === "offered" ? (
            <button type="submit" name="intent" value="accept" className="button button-main">
              {t.manage.accept}
            </button>
          ) : null}
          <button type="submit" name="intent" value="cancel" className="button">
            {one.state === "waiting" ? t.manage.leave : t.manage.cancel}
          </button>
        </Form>
      ))}
      {poster.isOpen && own.length === 0 ? (
        <section aria-labelledby="register" className="mt-6 grid gap-4">
          <h2 id="register" className="text-l">
            {poster.isFull ? t.registerWaiting : t.register}
          </h2>
          <RegisterForm
            id={id}
            questions={questions}
            reply={reply}
            known={known}
            without={["establishment", "email"]}
            hidden={choices.length === 1 ? { providerId: choices[0]?.value ?? "" } : {}}
            choice={{ name: "providerId", label: t.establishment, options: choices }}
            submit={poster.isFull ? t.registerWaiting : t.register}
          />
        </section>
      ) : null}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
