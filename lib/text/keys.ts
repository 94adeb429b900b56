import type en from './locales/en.json';

type Leaves<Tree, Path extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Path}${Name}`
    : Leaves<Tree[Name], `${Path}${Name}.`>;
}[keyof Tree & string];

/** Every message there is, as `section.name`. */
export type Key = Leaves<typeof en>;

/** Messages that speak of a number: those with a form `…_other`. */
export type CountKey = Key extends infer Each ? (Each extends `${infer Base}_other` ? Base : never) : never;

export type Values = Record<string, string | number>;
