/** Inflates zlib data with the decompressor of the web platform; refuses more than `limit` bytes. */
export async function inflateStream(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<string> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // Not every browser can iterate over a stream.
  const reader = stream.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > limit) {
      void reader.cancel().catch(() => undefined);
      throw new RangeError('inflates to too much');
    }
  }
}
