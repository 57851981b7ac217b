/** What an image says of itself in its first bytes. */
export interface ImageFacts {
  readonly format: 'jpeg' | 'gif' | 'png' | 'bmp' | 'webp';
  /** Pixels; 0 when it does not say. */
  readonly width: number;
  readonly height: number;
}

type Size = Pick<ImageFacts, 'width' | 'height'>;

const FORMAT_NUMBERS: Readonly<Partial<Record<ImageFacts['format'], number>>> = { jpeg: 1, gif: 2, png: 3, bmp: 4 };
const OTHER_FORMAT = 0xff;

/** `format` of an image element. */
export function formatNumber(image: ImageFacts | undefined): number {
  return (image && FORMAT_NUMBERS[image.format]) ?? OTHER_FORMAT;
}

/** How much of an image has to be read: in a JPEG the size stands after whatever cameras put before it. */
export const IMAGE_HEADER_BYTES = 512 * 1024;

const UNKNOWN: Size = { width: 0, height: 0 };

const SIGNATURES: readonly (readonly [format: ImageFacts['format'], at: number, signature: string])[] = [
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF87a'],
  ['gif', 0, 'GIF89a'],
  ['bmp', 0, 'BM'],
  ['webp', 8, 'WEBP'],
];

const READERS: Readonly<Record<ImageFacts['format'], (view: DataView) => Size>> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  // A negative height means that the rows are stored from top to bottom.
  bmp: (view) => ({ width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }),
  webp: webpSize,
  jpeg: jpegSize,
};

/** Format and size of an image; nothing when it is not one of those that are known. */
export function imageFacts(beginning: Uint8Array): ImageFacts | undefined {
  const found = SIGNATURES.find(([, at, signature]) => startsWith(beginning, at, signature));
  if (found === undefined) return undefined;
  const [format] = found;
  const view = new DataView(beginning.buffer, beginning.byteOffset, beginning.byteLength);
  return { format, ...sane(() => READERS[format](view)) };
}

function startsWith(bytes: Uint8Array, at: number, signature: string): boolean {
  return Array.from(signature).every((character, index) => bytes[at + index] === character.charCodeAt(0));
}

/** A header that ends too early, or says what cannot be, says nothing. */
function sane(read: () => Size): Size {
  try {
    const { width, height } = read();
    const fits = (pixels: number): boolean => pixels > 0 && pixels <= 0x7fff_ffff;
    return fits(width) && fits(height) ? { width, height } : UNKNOWN;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return UNKNOWN;
  }
}

/** Three kinds of WebP: with extras, lossless and lossy. */
function webpSize(view: DataView): Size {
  const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (String.fromCharCode(view.getUint8(15))) {
    case 'X':
      return { width: uint24(24) + 1, height: uint24(27) + 1 };
    case 'L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
}

/** Goes from segment to segment up to the one that begins a frame. */
function jpegSize(view: DataView): Size {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return UNKNOWN;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      // Fill bytes may stand before a marker.
      at += 1;
    } else if (isFrame(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else {
      at += 2 + Math.max(2, view.getUint16(at + 2));
    }
  }
}

/** SOF0 to SOF15, without the three markers among them that are something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
