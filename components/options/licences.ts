type Package = { name: string; licence: 'MIT' | 'ISC' | 'ISC, MIT'; owner: string };

/** Whose work is in the files we ship, as their licences ask to be said. */
export const PACKAGES: readonly Package[] = [
  { name: 'React', licence: 'MIT', owner: 'Copyright (c) Meta Platforms, Inc. and affiliates' },
  { name: 'Zustand', licence: 'MIT', owner: 'Copyright (c) 2019 Paul Henschel' },
  { name: 'Zod', licence: 'MIT', owner: 'Copyright (c) 2025 Colin McDonnell' },
  { name: 'idb', licence: 'ISC', owner: 'Copyright (c) 2016, Jake Archibald' },
  {
    name: 'Lucide',
    licence: 'ISC, MIT',
    owner:
      'Copyright (c) 2026 Lucide Icons and Contributors; parts from Feather, (c) 2013-present Cole Bemis',
  },
  { name: 'WXT', licence: 'MIT', owner: 'Copyright (c) Aaron Klinker' },
];

export const LICENCES: Readonly<Record<'MIT' | 'ISC', string>> = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
};
