import type { MediaKind } from '@tim-node/protocol';
import type { Calls } from '../calls.js';
import { check } from '../check.js';
import { attachedElement, type Attachment } from '../content/attachments.js';
import { chosenIn, durationOf } from '../content/chosen.js';
import { checkDraft } from '../content/draft.js';
import type { Message, Payloads } from '../shapes/message.js';
import type { AudioOptions, FileOptions, VideoOptions } from '../shapes/payloads.js';
import type { MessageOptionsOf } from './message-create.js';

/** Options of a message with a file. */
export type FileMessageOptions<P extends FileOptions> = Omit<MessageOptionsOf<P>, 'onProgress'> & {
  /** Is told how much has been sent, from 0 to 1. */
  onProgress?: ((progress: number) => unknown) | undefined;
};

type Given = Readonly<Record<string, unknown>>;

/** Functions that make messages with files. The files are uploaded by `sendMessage`. */
export function messageFileRows(calls: Calls) {
  const { desk } = calls.client;
  function make<T extends keyof Payloads, P extends FileOptions>(
    api: string,
    kind: MediaKind,
    more: (given: Given) => Partial<Attachment> = () => ({}),
  ) {
    return calls.value(api, (options: FileMessageOptions<P>): Extract<Message, { type: T }> => {
      const { options: checked, payload } = checkDraft(api, options);
      const { onProgress } = options;
      check(onProgress === undefined || typeof onProgress === 'function', `${api}: onProgress must be a function`);
      const attachment: Attachment = { kind, file: chosenIn(api, payload['file'], kind), ...more(payload) };
      const { element, previews } = attachedElement(attachment, checked.to);
      return desk.compose(checked, [element], { attachment, previews, onProgress }) as Extract<Message, { type: T }>;
    });
  }
  return {
    /** Makes an image message. */
    createImageMessage: make<'TIMImageElem', FileOptions>('createImageMessage', 'image'),
    /** Makes a voice message. */
    createAudioMessage: make<'TIMSoundElem', AudioOptions>('createAudioMessage', 'sound', (given) => ({
      duration: durationOf(given),
    })),
    /** Makes a video message. */
    createVideoMessage: make<'TIMVideoFileElem', VideoOptions>('createVideoMessage', 'video', (given) => ({
      duration: durationOf(given),
      ...snapshotIn(given),
    })),
    /** Makes a file message. */
    createFileMessage: make<'TIMFileElem', FileOptions>('createFileMessage', 'file'),
  };
}

function snapshotIn({ snapshotFile }: Given): Pick<Attachment, 'snapshot'> {
  const isGiven = snapshotFile !== undefined && snapshotFile !== null;
  return { snapshot: isGiven ? chosenIn('createVideoMessage', snapshotFile, 'snapshot') : undefined };
}
