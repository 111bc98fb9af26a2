import { type PixelSize, type PngWanted, pngSize } from './png-size.ts';

/** A picture as a PNG, or why there is none. */
export type DrawnPng = { readonly bytes: Uint8Array; readonly size: PixelSize } | { readonly failure: string };

/** How large an SVG says that it is; null where it does not. */
export function sizeOfSvg(svg: string): PixelSize | null {
  const [root = ''] = /<svg\b[^>]*>/u.exec(svg) ?? [];
  const said = (name: string): number => Number(new RegExp(`\\s${name}="([\\d.]+)`, 'u').exec(root)?.[1] ?? Number.NaN);
  const [width, height] = [said('width'), said('height')];
  return width > 0 && height > 0 ? { width, height } : null;
}

/** The same picture that says another size of itself, so that it is drawn sharp and not enlarged. */
const inSize = (svg: string, { width, height }: PixelSize): string =>
  svg.replace(/<svg\b[^>]*>/u, (root) =>
    root.replace(/\swidth="[^"]*"/u, ` width="${width}"`).replace(/\sheight="[^"]*"/u, ` height="${height}"`),
  );

async function loadPicture(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(address);
  }
  return image;
}

/** Wide enough that a line or a letter leaves its trace. */
const PROBE = 256;

function newCanvas({ width, height }: PixelSize): readonly [HTMLCanvasElement, CanvasRenderingContext2D | null] {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return [canvas, canvas.getContext('2d')];
}

/** True where something stands on it: a canvas that the browser could not hold is empty without a word. */
function hasInk(canvas: HTMLCanvasElement): boolean {
  const [, probe] = newCanvas({ width: PROBE, height: PROBE });
  if (probe === null) return false;
  probe.drawImage(canvas, 0, 0, PROBE, PROBE);
  const pixels = new Uint32Array(probe.getImageData(0, 0, PROBE, PROBE).data.buffer);
  const [first] = pixels;
  return pixels.some((pixel) => pixel !== first);
}

const toPng = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));

const BLANK = 'The browser could not draw a picture of this size. Choose a smaller one, or SVG.';

/** Draws an SVG picture as a PNG of the wanted size. */
export async function drawPng(svg: string, wanted: PngWanted): Promise<DrawnPng> {
  const own = sizeOfSvg(svg);
  if (own === null) return { failure: 'The picture does not say how large it is.' };
  const size = pngSize(own, wanted);
  if ('refused' in size) return { failure: size.refused };
  try {
    const image = await loadPicture(inSize(svg, size));
    const [canvas, context] = newCanvas(size);
    context?.drawImage(image, 0, 0, size.width, size.height);
    const blob = context !== null && hasInk(canvas) ? await toPng(canvas) : null;
    // The memory of a large canvas is held until somebody lets go of it.
    canvas.width = 0;
    return blob === null ? { failure: BLANK } : { bytes: new Uint8Array(await blob.arrayBuffer()), size };
  } catch {
    return { failure: BLANK };
  }
}
