/** Inflates zlib data with the decompressor of the web platform; refuses more than `limit` bytes. */
export async function inflateStream(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<string> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > limit) throw new RangeError('inflates to too much');
  }
  return text + decoder.decode();
}
