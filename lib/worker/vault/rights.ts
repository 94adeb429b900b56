import type { Rights } from '../../bridge/answers.ts';
import type { Scope } from '../../highlevel/errors.ts';

const every = (right: (scope: Scope) => Rights[Scope]): Rights => ({
  'products/collection.readonly': right('products/collection.readonly'),
  'products/collection.write': right('products/collection.write'),
  'products.readonly': right('products.readonly'),
  'products.write': right('products.write'),
});

/** What a token's own claims say it may do; a token without claims has everything still to be tried. */
export const rightsFromClaims = (scopes: readonly string[] | undefined): Rights =>
  every((scope) => (scopes === undefined ? 'unknown' : scopes.includes(scope) ? 'yes' : 'no'));

/** The rights after an answer: success is yes, "not authorized for this scope" is no, all else says nothing. */
export function rightsAfter(rights: Rights, scope: Scope, answer: 'ok' | string): Rights {
  if (answer === 'ok') return { ...rights, [scope]: 'yes' };
  if (answer === 'scope-missing') return { ...rights, [scope]: 'no' };
  return rights;
}
