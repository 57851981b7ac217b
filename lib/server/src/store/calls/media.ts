import type { MediaKind } from '@tim-node/protocol';
import type { UserRef } from '../store.js';

/** A file of an app. */
export interface MediaRef {
  readonly app: number;
  readonly id: string;
}

/** A file that somebody is going to upload. */
export interface MediaAnnouncement extends UserRef {
  readonly id: string;
  readonly kind: MediaKind;
  readonly name: string;
  readonly size: number;
  readonly now: number;
  /** Bytes that files of the user may take up together, this one included; absent: any number. */
  readonly quota?: number;
}

/** What is known of a file. */
export interface MediaFile extends MediaRef {
  readonly user: string;
  readonly kind: MediaKind;
  readonly name: string;
  readonly size: number;
  /** All bytes are there. */
  readonly complete: boolean;
}

export interface MediaQuery extends UserRef {
  readonly ids: readonly string[];
}

export interface SweepQuery {
  /** Uploads that were announced before and are not complete are given up. */
  readonly unfinishedBefore: number;
  /** Files that were announced before and are in no conversation are given up. */
  readonly unusedBefore: number;
  readonly limit: number;
}

export interface MediaCalls {
  /** False: the user's files would take up too much. */
  announceMedia(announcement: MediaAnnouncement): Promise<boolean>;
  findMedia(file: MediaRef): Promise<MediaFile | undefined>;
  /** All bytes of a file are there. */
  completeMedia(file: MediaRef): Promise<void>;
  /** Forgets a file that has not become complete. */
  dropMedia(file: MediaRef): Promise<void>;
  /** Those of the files that the user may fetch: his own, and those in conversations that he reads. */
  readableMedia(query: MediaQuery): Promise<readonly string[]>;
  /** Forgets files that nobody needs, and names them. */
  sweepMedia(query: SweepQuery): Promise<readonly MediaRef[]>;
}
