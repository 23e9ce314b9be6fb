/** The server's rule for an Operator ID. */
export function isLogin(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,63}$/u.test(text);
}
