import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { rolesToGive } from "~/access/appoint";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { LeaveForm } from "~/features/accounts/components/leave-form";
import { MembershipForm } from "~/features/accounts/components/membership-form";
import { membershipSchema } from "~/features/accounts/form";
import { membershipConflict, membershipValues, typedMembership } from "~/features/accounts/membership-values.server";
import { changeMembership } from "~/features/accounts/memberships.commands.server";
import { getMembership, listCoachesBeside } from "~/features/accounts/people.queries.server";
import { countPortfolio } from "~/features/providers/portfolio.queries.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ConflictNotice } from "~/ui/conflict-notice";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.settings.person.memberships);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const membership = await answering(() => getMembership(actor, asked.params.membershipId ?? ""));
  const t = translator(actor.locale);
  return json({
    title: membership.person,
    context: membership.organisation,
    values: membershipValues(membership),
    roles: rolesToGive(actor, [membership.ownerId]).map((role) => ({ value: role, label: t(`settings:roles.${role}`) })),
    leave: {
      to: paths.membershipEnd(membership.id),
      hint: t("settings:membership.leaveHint", { count: countPortfolio(membership) }),
      others: listCoachesBeside([membership.ownerId], membership.userId),
    },
    isSelf: membership.userId === actor.userId,
    texts: textsOf(actor.locale, "settings", "accounts"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const membership = await answering(() => getMembership(actor, asked.params.membershipId ?? ""));
  const form = await parseForm(asked.request, membershipSchema, actor.locale);
  const values = typedMembership(form.reply.values);
  if (!form.isValid) return invalid({ reply: form.reply, values, saved: null });
  try {
    const allowed = authorize(actor, "organisation.people", membership);
    await answering(() => changeMembership(actor, allowed, form.value));
    const text = translator(actor.locale)("settings:membership.saved");
    return redirectWithToast(paths.person(membership.userId), { text, tone: "ok" });
  } catch (error) {
    if (error instanceof ConflictError) {
      const saved = membershipConflict(actor.locale, values, membership);
      return conflict({ reply: form.reply, values: { ...values, version: membership.version }, saved });
    }
    return invalid({ reply: ruleReply(error, form.reply, actor.locale), values, saved: null });
  }
}

export default function Membership() {
  const { title, context, values, roles, leave, isSelf, texts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { form } = useTexts("common");
  return (
    <>
      <PageTitle title={title} context={context} />
      {answer?.saved ? <ConflictNotice title={form.conflictTitle} text={form.conflict} saved={answer.saved} /> : null}
      <MembershipForm key={answer?.values.version} values={answer?.values ?? values} reply={answer?.reply} roles={roles} />
      {isSelf ? null : (
        <section className="mt-10 max-w-2xl">
          <h2 className="text-l">{texts.settings.membership.leave}</h2>
          <LeaveForm {...leave} reply={undefined} />
        </section>
      )}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
