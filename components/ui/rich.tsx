import { Fragment, type ReactNode } from 'react';
import { type Key, t } from '../../lib/text/t.ts';

/**
 * A message with bold words and with things in it: `<b>…</b>` is bold, `{name}` becomes the value of that name,
 * isolated so that a right-to-left name does not turn the sentence around.
 */
export function Rich({ text, values = {} }: { text: Key; values?: Record<string, ReactNode> }) {
  const parts = t(text).split(/(<b>.*?<\/b>)/);
  return parts.map((part, index) => {
    const bold = /^<b>(.*)<\/b>$/.exec(part)?.[1];
    const filled = fill(bold ?? part, values);
    // The parts of a message do not move.
    // biome-ignore lint/suspicious/noArrayIndexKey: no other key exists.
    return bold === undefined ? <Fragment key={index}>{filled}</Fragment> : <b key={index}>{filled}</b>;
  });
}

const fill = (text: string, values: Record<string, ReactNode>) =>
  text.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return name === undefined ? part : <bdi key={name}>{values[name]}</bdi>;
  });
