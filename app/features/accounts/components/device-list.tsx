import { Form } from "@remix-run/react";
import { useLabelled, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

export interface DeviceLine {
  id: string;
  device: string;
  seen: string;
  isHere: boolean;
}

/** Where one is signed in; each but this one can be signed out. */
export function DeviceList({ devices }: { devices: readonly DeviceLine[] }) {
  const labelled = useLabelled();
  const t = useTexts("accounts").devices;
  return (
    <ul className="sheet mt-3">
      {devices.map((one) => (
        <li
          key={one.id}
          className="flex flex-wrap items-center justify-between gap-3 border-b border-rule px-4 py-3 last:border-0"
        >
          <span>
            <span className="font-semibold">{one.device}</span>
            <span className="block text-s text-muted">{one.seen}</span>
          </span>
          {one.isHere ? (
            <span className="chip">{t.here}</span>
          ) : (
            <Form method="post" action={paths.accountDevices()}>
              <button type="submit" name="deviceId" value={one.id} className="button" aria-label={labelled(t.close, one.device)}>
                {t.close}
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
