interface Box {
  width: number;
  height: number;
}

/** A PNG's size within a box, its shape kept, never larger than its own pixels; read from its first chunk (W3C PNG, 11.2.1). */
export function fitPng(png: Buffer, within: Box): Box {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const scale = Math.min(1, within.width / width, within.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
