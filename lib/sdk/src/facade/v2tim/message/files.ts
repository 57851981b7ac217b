import {
  TIMError,
  timError,
  type Elem,
  type ImageElem,
  type Picture,
  type TranslateResult,
  type VoiceResult,
} from '@tim-node/protocol';
import type { Settle } from '../../../connection/requests.js';
import { steps } from '../../../feature/steps.js';
import { refused } from '../answers.js';
import type { V2TimCallback, V2TimValueCallback } from '../callbacks.js';
import { elemTypesOf } from '../elements.js';
import { V2TIM_IMAGE_TYPE, type V2TimMessage } from '../models.js';
import type { V2TimMessageDownloadProgress, V2TimMessageOnlineUrl } from '../models-message.js';
import type { V2TimMessageRef } from './base.js';
import { MessageOptions } from './options.js';

/** Which file of a message is wanted. */
export interface V2TimDownloadOptions extends V2TimMessageRef {
  /** `MessageElemType` */
  messageType: number;
  /** Images: `V2TIM_IMAGE_TYPE`. */
  imageType?: number | undefined;
  /** Videos: the picture out of it. */
  isSnapshot?: boolean | undefined;
  /** Where it goes. There is nothing before all of it is there. */
  downloadPath: string;
  /** Is told when the file is there. */
  onDownloadFinished?: ((message: V2TimMessage) => unknown) | undefined;
}

/** Files of messages; and what a server does with the help of others. */
export abstract class MessageFiles extends MessageOptions {
  /** Fetches a file of a message; `onMessageDownloadProgressCallback` tells how far it is. Codes: 6009, 7007, 114000. */
  downloadMessage(options: V2TimDownloadOptions): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      const { downloadPath: path } = options;
      if (typeof path !== 'string' || path === '') throw refused('downloadPath is missing');
      const message = this.find(options);
      const shown = this.show(message);
      const id = fileOf(message.body.elems, options);
      if (id === undefined) throw refused('the message has no such file');
      const tell = this.teller(shown.msgID, options);
      const onProgress = steps((current, total) => tell({ currentSize: current, totalSize: total }));
      this.media.download(id, path, onProgress, new AbortController()).then(
        (size) => {
          tell({ isFinish: true, currentSize: size, totalSize: size });
          this.engine.callbacks.post(() => options.onDownloadFinished?.(shown));
          settle({ value: {} });
        },
        (reason: unknown) => {
          const error = reason instanceof TIMError ? reason : timError('internal', String(reason));
          tell({ isError: true, errorCode: error.code, errorDesc: error.desc });
          settle({ error });
        },
      );
    });
  }

  private teller(msgID: string, options: V2TimDownloadOptions) {
    const about: V2TimMessageDownloadProgress = {
      ...{ isFinish: false, isError: false, msgID, currentSize: 0, totalSize: 0, errorCode: 0, errorDesc: '' },
      type: options.imageType ?? 0,
      isSnapshot: options.isSnapshot === true,
      path: options.downloadPath,
    };
    return (now: Partial<V2TimMessageDownloadProgress>): void => {
      this.listeners.tell((each) => each.onMessageDownloadProgressCallback?.({ ...about, ...now }));
    };
  }

  /** Where the files of a message can be loaded from now, as long as this user is logged in. */
  getMessageOnlineUrl(ref: V2TimMessageRef): Promise<V2TimValueCallback<V2TimMessageOnlineUrl>> {
    return this.asker.value(
      (settle: (result: { value: V2TimMessage }) => void) => {
        if (this.engine.state !== 'Logined') throw timError('notLoggedIn');
        settle({ value: this.show(this.find(ref)) });
      },
      ({ imageElem, soundElem, videoElem, fileElem }) => ({
        ...(imageElem === undefined ? {} : { imageElem }),
        ...(soundElem === undefined ? {} : { soundElem }),
        ...(videoElem === undefined ? {} : { videoElem }),
        ...(fileElem === undefined ? {} : { fileElem }),
      }),
    );
  }

  /** Translates texts, on a server that was given a provider: 7013 without one. */
  translateText(options: {
    texts: string[];
    sourceLanguage?: string | undefined;
    targetLanguage: string;
  }): Promise<V2TimValueCallback<Record<string, string>>> {
    const { texts, sourceLanguage: source = '', targetLanguage: target } = options;
    return this.asker.value(
      (settle: Settle<TranslateResult>) => this.engine.call('msg.translate', { texts, source, target }, settle),
      (result) => Object.fromEntries(texts.map((text, at) => [text, result.texts[at] ?? ''])),
    );
  }

  /** Writes down what is said in a voice message, on a server that was given a provider: 7013 without one. */
  convertVoiceToText(options: V2TimMessageRef & { language: string }): Promise<V2TimValueCallback<string>> {
    return this.asker.value(
      (settle: Settle<VoiceResult>) => {
        const sound = this.find(options).body.elems.find((elem) => elem.type === 'sound');
        if (sound === undefined) throw refused('the message is no voice message');
        const url = this.viewer.urlOf(sound.id);
        if (url === '') throw timError('notLoggedIn');
        this.engine.call('msg.voiceToText', { url, language: options.language }, settle);
      },
      ({ text }) => text,
    );
  }
}

/** The file of the first element of a kind. */
function fileOf(elems: readonly Elem[], options: V2TimDownloadOptions): string | undefined {
  const [type] = elemTypesOf([options.messageType]);
  const elem = elems.find((each) => each.type === type);
  if (elem === undefined || !('id' in elem || elem.type === 'image')) return undefined;
  if (elem.type === 'image') return pictureOf(elem, options.imageType).id;
  return elem.type === 'video' && options.isSnapshot === true ? elem.snapshot?.id : elem.id;
}

/** Without a smaller picture the original stands for it. */
function pictureOf({ original, large = original, thumb = original }: ImageElem, type: number | undefined): Picture {
  if (type === V2TIM_IMAGE_TYPE.V2TIM_IMAGE_TYPE_THUMB) return thumb;
  return type === V2TIM_IMAGE_TYPE.V2TIM_IMAGE_TYPE_LARGE ? large : original;
}
