/** Fields of frames whose values are nobody's business: proofs of identity, and what people write. */
const SECRET_FIELD = /"(userSig|token|mediaToken|text|cloudData)":"(?:[^"\\]|\\.)*"/g;
/** What makes an address of a file good for whoever has it. */
const SIGNATURE = /([?&](?:sign|token)=)[\w.-]+/g;
const LONGEST = 500;

/** A frame as text for a debug log, without secrets and of bearable length. */
export function redactFrame(text: string): string {
  const hidden = text.replace(SECRET_FIELD, '"$1":"<hidden>"').replace(SIGNATURE, '$1<hidden>');
  return hidden.length > LONGEST ? `${hidden.slice(0, LONGEST)}… (${hidden.length} characters)` : hidden;
}

const CREDENTIALS = /\/\/[^/?#]*@/;

/** An address without the user and password that may stand in it. */
export function hideCredentials(url: string): string {
  return url.replace(CREDENTIALS, '//<hidden>@');
}
