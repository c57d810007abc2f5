import { Icon } from "./icon";
import type { IconName } from "./icon-names";

interface ToastMessageProps {
  toast: { text: string; tone: "ok" | "warn"; undo?: { action: string; label: string } };
}

/** What was just done, said once; with a way back where there is one. */
export function ToastMessage({ toast }: ToastMessageProps) {
  const icon: IconName = toast.tone === "ok" ? "check" : "triangle-exclamation-point";
  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-24 z-20 mx-auto flex w-fit max-w-xl items-center gap-3 rounded-box bg-ink px-4 py-3 text-paper shadow-lg lg:bottom-8 print:hidden"
    >
      <Icon name={icon} size={20} className="flex-none" />
      <span>{toast.text}</span>
      {toast.undo ? (
        <form method="post" action={toast.undo.action}>
          <button type="submit" className="min-h-6 flex-none font-semibold underline">
            {toast.undo.label}
          </button>
        </form>
      ) : null}
    </div>
  );
}
