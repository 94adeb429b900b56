/** What a query or body may hold; everything not named is refused, as class-validator's whitelist does. */
export type Rule =
  | { is: 'text'; required?: boolean; nullable?: boolean; mongo?: boolean }
  | { is: 'one-of'; values: readonly string[]; required?: boolean }
  | { is: 'digits' | 'flag-text'; required?: boolean }
  | { is: 'flag' | 'any'; required?: boolean }
  | { is: 'texts'; required?: boolean }
  | { is: 'object'; fields: Rules; required?: boolean; nullable?: boolean }
  | { is: 'objects'; fields: Rules; required?: boolean };
export type Rules = Record<string, Rule>;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textProblems(path: string, rule: Rule & { is: 'text' }, value: unknown): string[] {
  if (typeof value !== 'string') {
    return rule.required
      ? [`${path} should not be empty`, `${path} must be a string`]
      : [`${path} must be a string`];
  }
  if (rule.required && value === '') return [`${path} should not be empty`];
  if (rule.mongo && !/^[0-9a-f]{24}$/.test(value)) return [`${path} must be a mongodb id`];
  return [];
}

function listProblems(path: string, rule: Rule & { is: 'objects' }, value: unknown): string[] {
  if (!Array.isArray(value)) return [`${path} must be an array`];
  return value.flatMap((item, index) =>
    isRecord(item)
      ? problems(rule.fields, item, `${path}.${index}.`)
      : [`each value in nested property ${path} must be either object or array`],
  );
}

function valueProblems(path: string, rule: Rule, value: unknown): string[] {
  switch (rule.is) {
    case 'text':
      return textProblems(path, rule, value);
    case 'one-of':
      return typeof value === 'string' && rule.values.includes(value)
        ? []
        : [`${path} must be one of the following values: ${rule.values.join(', ')}`];
    case 'digits':
      return typeof value === 'string' && /^\d+$/.test(value)
        ? []
        : [`${path} must be a number conforming to the specified constraints`];
    case 'flag-text':
      return value === 'true' || value === 'false' ? [] : [`${path} must be a boolean value`];
    case 'flag':
      return typeof value === 'boolean' ? [] : [`${path} must be a boolean value`];
    case 'texts':
      if (!Array.isArray(value)) return [`${path} must be an array`];
      return value.every((item) => typeof item === 'string')
        ? []
        : [`each value in ${path} must be a string`];
    case 'object':
      return isRecord(value)
        ? problems(rule.fields, value, `${path}.`)
        : [`nested property ${path} must be either object or array`];
    case 'objects':
      return listProblems(path, rule, value);
    case 'any':
      return [];
  }
}

/** The messages of a 422, first those about unknown names, then one or more per field; empty when all is well. */
export function problems(rules: Rules, given: Record<string, unknown>, prefix = ''): string[] {
  const unknown = Object.keys(given)
    .filter((name) => !Object.hasOwn(rules, name))
    .map((name) => `${prefix}property ${name} should not exist`);
  const wrong = Object.entries(rules).flatMap(([name, rule]) => {
    const value = given[name];
    if (value === undefined && !rule.required) return [];
    if (value === null && 'nullable' in rule && rule.nullable) return [];
    return valueProblems(prefix + name, rule, value);
  });
  return [...unknown, ...wrong];
}
