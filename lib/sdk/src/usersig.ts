/** Signing UserSigs, for the app's own backend: whoever has the secret key can log in as anybody. */
export { genUserSig, type GenUserSigOptions } from '@tim-node/protocol/usersig';
