export { genUserSig, type GenUserSigOptions } from './sign.js';
export { verifyUserSig, type VerifiedUserSig, type VerifyUserSigOptions } from './verify.js';
