/** Operations of Web Crypto run on other threads and leave no trace in the event loop; this counts those under way. */
let underWay = 0;

const METHODS = [
  'encrypt',
  'decrypt',
  'sign',
  'verify',
  'digest',
  'generateKey',
  'deriveKey',
  'deriveBits',
  'importKey',
  'exportKey',
  'wrapKey',
  'unwrapKey',
] as const;

for (const method of METHODS) {
  const original = Reflect.get(SubtleCrypto.prototype, method);
  Object.defineProperty(SubtleCrypto.prototype, method, {
    configurable: true,
    writable: true,
    value(this: SubtleCrypto, ...parts: unknown[]) {
      underWay += 1;
      const ended = () => {
        underWay -= 1;
      };
      const work: Promise<unknown> = Reflect.apply(original, this, parts);
      work.then(ended, ended);
      return work;
    },
  });
}

export const cryptoUnderWay = () => underWay;
