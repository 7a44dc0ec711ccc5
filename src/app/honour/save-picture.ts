/**
 * Keeps the sheet as a PNG. What is drawn goes through an image; what is written is set by the canvas itself with the
 * page's own faces, since a picture inside a picture may not fetch a font. Nothing leaves the device.
 */
import { saveFile } from '../ui/save-file.ts';

/** Pixels for each unit of the drawing: 2970 × 2100, an A4 page at 250 dots an inch. */
const SCALE = 2.5;

/** Draws the sheet and gives it to the browser to save. Rejects where the browser cannot. */
export async function savePicture(drawing: SVGSVGElement, name: string): Promise<void> {
  await document.fonts.ready;
  const { width, height } = drawing.viewBox.baseVal;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * SCALE);
  canvas.height = Math.round(height * SCALE);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas');
  context.scale(SCALE, SCALE);
  context.drawImage(await takeArt(drawing, canvas), 0, 0, width, height);
  for (const text of drawing.querySelectorAll('text')) write(context, text);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the canvas gave no picture');
  saveFile(name, blob);
}

/** The drawing without its words, its pictures laid into it. */
async function takeArt(drawing: SVGSVGElement, { width, height }: HTMLCanvasElement): Promise<HTMLImageElement> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  for (const text of copy.querySelectorAll('text')) text.remove();
  await Promise.all([...copy.querySelectorAll('image')].map(layIn));
  const art = new XMLSerializer().serializeToString(copy);
  const address = URL.createObjectURL(new Blob([art], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A picture inside a picture may not fetch anything: its bytes go into its address. */
async function layIn(image: SVGImageElement): Promise<void> {
  const answer = await fetch(image.href.baseVal);
  if (!answer.ok) throw new Error(`${image.href.baseVal}: ${answer.status}`);
  const blob = await answer.blob();
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('not read')));
    reader.readAsDataURL(blob);
  });
  image.setAttribute('href', address);
}

function write(context: CanvasRenderingContext2D, text: SVGTextElement): void {
  const style = getComputedStyle(text);
  const size = Number(text.getAttribute('font-size'));
  context.font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
  context.fillStyle = style.fill;
  context.textAlign = style.textAnchor === 'middle' ? 'center' : 'start';
  context.fillText(text.textContent ?? '', Number(text.getAttribute('x')), Number(text.getAttribute('y')));
}
