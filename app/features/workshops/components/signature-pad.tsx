import { Form } from "@remix-run/react";
import { type PointerEvent, useRef, useState } from "react";
import { useTexts } from "~/i18n/use-texts";

/** A white field to sign in with a finger, a pen or a mouse; without script, the facilitator confirms. */
export function SignaturePad() {
  const t = useTexts("signing");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [image, setImage] = useState("");
  const pen = () => canvas.current?.getContext("2d");
  const start = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const context = pen();
    const { x, y } = pointOf(event);
    context?.beginPath();
    context?.moveTo(x, y);
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = pen();
    if (!context || event.buttons === 0) return;
    const { x, y } = pointOf(event);
    Object.assign(context, { lineWidth: 4, lineCap: "round", lineJoin: "round", strokeStyle: "#1a2330" });
    context.lineTo(x, y);
    context.stroke();
  };
  const keep = () => setImage(canvas.current?.toDataURL("image/png") ?? "");
  const clear = () => {
    pen()?.clearRect(0, 0, width, height);
    setImage("");
  };
  return (
    <Form method="post" className="grid gap-4">
      <input type="hidden" name="image" value={image} />
      <p className="text-l">{t.field}</p>
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={t.field}
        onPointerDown={start}
        onPointerMove={draw}
        onPointerUp={keep}
        className="w-full touch-none rounded-md border-2 border-line bg-white"
      />
      <div className="flex flex-wrap gap-3">
        <button type="submit" name="intent" value="sign" disabled={image === ""} className="button button-main min-h-14 px-8">
          {t.sign}
        </button>
        <button type="button" onClick={clear} className="button min-h-14 px-6">
          {t.clear}
        </button>
      </div>
    </Form>
  );
}

const [width, height] = [800, 300];

/** Where the pointer is, in the field's own pixels. */
function pointOf(event: PointerEvent<HTMLCanvasElement>): { x: number; y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: ((event.clientX - box.left) * width) / box.width, y: ((event.clientY - box.top) * height) / box.height };
}
