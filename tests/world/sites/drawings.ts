/** The colours one drawing may use. */
export type Ink = { main: string; deep: string; light: string };
type Drawing = (ink: Ink) => string;

const repeat = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => each(i)).join('');

/** Simple still lifes on a 1200 × 800 sheet, one per kind of thing a shop sells. */
export const DRAWINGS: Record<string, Drawing> = {
  mat: ({ main, deep, light }) =>
    `<g transform="rotate(-14 600 400)"><rect x="300" y="300" width="560" height="200" rx="100" fill="${main}"/><ellipse cx="848" cy="400" rx="62" ry="100" fill="${light}"/><path d="M848 320c40 10 48 60 34 104-10 32-40 36-54 10-14-30-8-66 14-70 18-2 24 22 18 42" fill="none" stroke="${deep}" stroke-width="9" stroke-linecap="round"/><rect x="410" y="300" width="26" height="200" fill="${deep}" opacity=".8"/><rect x="690" y="300" width="26" height="200" fill="${deep}" opacity=".8"/></g>`,
  block: ({ main, deep, light }) =>
    `<g><path d="M370 340 640 270l200 80-270 76z" fill="${light}"/><path d="m370 340 200 86v160l-200-90z" fill="${main}"/><path d="m570 426 270-76v150L570 586z" fill="${deep}"/></g>`,
  band: ({ main, deep, light }) =>
    `<g fill="none" stroke-linecap="round"><ellipse cx="560" cy="410" rx="220" ry="130" stroke="${main}" stroke-width="56"/><ellipse cx="560" cy="398" rx="220" ry="130" stroke="${light}" stroke-width="10" opacity=".7"/><ellipse cx="690" cy="430" rx="170" ry="100" stroke="${deep}" stroke-width="40"/></g>`,
  kettlebell: ({ main, deep, light }) =>
    `<g><path d="M505 350c-40-150 20-190 95-190s135 40 95 190" fill="none" stroke="${deep}" stroke-width="54" stroke-linecap="round"/><circle cx="600" cy="460" r="172" fill="${main}"/><rect x="520" y="606" width="160" height="30" rx="12" fill="${deep}"/><circle cx="600" cy="460" r="78" fill="${light}" opacity=".85"/><path d="M470 400a150 150 0 0 1 70-76" fill="none" stroke="${light}" stroke-width="16" stroke-linecap="round" opacity=".7"/></g>`,
  dumbbell: ({ main, deep, light }) =>
    `<g transform="rotate(-16 600 400)"><rect x="420" y="376" width="360" height="48" rx="24" fill="${light}"/><rect x="360" y="270" width="86" height="260" rx="26" fill="${main}"/><rect x="300" y="310" width="66" height="180" rx="22" fill="${deep}"/><rect x="754" y="270" width="86" height="260" rx="26" fill="${main}"/><rect x="834" y="310" width="66" height="180" rx="22" fill="${deep}"/></g>`,
  ball: ({ main, deep, light }) =>
    `<g><circle cx="600" cy="400" r="206" fill="${main}"/><path d="M400 372c120 60 280 60 400 0M404 450c120 56 272 56 392 0M600 194c-70 120-70 292 0 412" fill="none" stroke="${deep}" stroke-width="9" opacity=".55"/><path d="M470 300a160 160 0 0 1 90-62" stroke="${light}" stroke-width="20" fill="none" stroke-linecap="round"/></g>`,
  roller: ({ main, deep, light }) =>
    `<g transform="rotate(-12 600 400)"><rect x="320" y="290" width="540" height="220" rx="60" fill="${main}"/>${repeat(5, (i) => `<rect x="${400 + i * 82}" y="290" width="26" height="220" fill="${deep}" opacity=".5"/>`)}<ellipse cx="846" cy="400" rx="66" ry="110" fill="${deep}"/><ellipse cx="846" cy="400" rx="36" ry="64" fill="${light}"/></g>`,
  rope: ({ main, deep, light }) =>
    `<g fill="none" stroke-linecap="round"><path d="M370 300c-40 300 220 320 240 120s220-140 220 60" stroke="${main}" stroke-width="26"/><path d="M370 300c-40 300 220 320 240 120s220-140 220 60" stroke="${light}" stroke-width="5" stroke-dasharray="4 22"/><path d="m372 300 22-120M830 480l-10 130" stroke="${deep}" stroke-width="50"/></g>`,
  bag: ({ main, deep, light }) =>
    `<g><path d="M470 350c0-160 260-160 260 0" fill="none" stroke="${deep}" stroke-width="28"/><rect x="330" y="330" width="540" height="270" rx="86" fill="${main}"/><path d="M360 420h480" stroke="${deep}" stroke-width="10" opacity=".6"/><rect x="450" y="330" width="36" height="270" fill="${deep}"/><rect x="714" y="330" width="36" height="270" fill="${deep}"/><rect x="548" y="456" width="104" height="72" rx="14" fill="${light}"/></g>`,
  bottle: ({ main, deep, light }) =>
    `<g><rect x="556" y="150" width="88" height="80" rx="18" fill="${deep}"/><path d="M566 220h68v40c0 30 66 40 66 110v230a50 50 0 0 1-50 50H550a50 50 0 0 1-50-50V370c0-70 66-80 66-110z" fill="${main}"/><rect x="500" y="420" width="200" height="120" fill="${light}"/><path d="M530 380v220" stroke="#fff" stroke-width="14" opacity=".35" stroke-linecap="round"/></g>`,
  shirt: ({ main, deep, light }) =>
    `<g><path d="m480 200-170 90 60 130 80-36v246h300V384l80 36 60-130-170-90c-30 60-210 60-240 0z" fill="${main}"/><path d="M480 200c30 60 210 60 240 0l-26-12c-30 40-158 40-188 0z" fill="${deep}"/><circle cx="600" cy="400" r="44" fill="${light}" opacity=".9"/></g>`,
  towel: ({ main, deep, light }) =>
    `<g>${repeat(3, (i) => `<rect x="${360 + i * 14}" y="${250 + i * 108}" width="${480 - i * 28}" height="100" rx="46" fill="${[light, main, deep][i]}"/><path d="M${400 + i * 14} ${300 + i * 108}h${400 - i * 28}" stroke="#fff" stroke-width="6" opacity=".4"/>`)}</g>`,
  card: ({ main, deep, light }) =>
    `<g transform="rotate(-9 600 400)"><rect x="370" y="290" width="480" height="290" rx="30" fill="${deep}" opacity=".5"/><rect x="350" y="260" width="480" height="290" rx="30" fill="${main}"/><rect x="350" y="330" width="480" height="52" fill="${deep}"/><rect x="396" y="424" width="180" height="22" rx="11" fill="${light}"/><rect x="396" y="466" width="110" height="22" rx="11" fill="${light}" opacity=".6"/><circle cx="752" cy="464" r="40" fill="${light}"/></g>`,
  tag: ({ main, deep, light }) =>
    `<g transform="rotate(12 600 400)"><path d="M400 260h230l210 190a36 36 0 0 1 0 52L690 650a36 36 0 0 1-52 0L400 440z" fill="${main}"/><circle cx="476" cy="336" r="32" fill="${light}"/><path d="m600 500 90-90" stroke="${deep}" stroke-width="18" stroke-linecap="round"/><circle cx="596" cy="430" r="18" fill="${deep}"/><circle cx="692" cy="482" r="18" fill="${deep}"/></g>`,
  star: ({ main, deep, light }) =>
    `<g><circle cx="600" cy="400" r="230" fill="${light}" opacity=".55"/><path d="m600 210 56 118 130 17-95 90 24 129-115-63-115 63 24-129-95-90 130-17z" fill="${main}" stroke="${deep}" stroke-width="10" stroke-linejoin="round"/></g>`,
  sun: ({ main, deep, light }) =>
    `<g><circle cx="600" cy="330" r="130" fill="${light}"/>${repeat(12, (i) => `<rect x="592" y="130" width="16" height="50" rx="8" fill="${light}" transform="rotate(${i * 30} 600 330)"/>`)}<path d="M0 540c200-90 360 60 600-10s380-70 600 10v260H0z" fill="${main}"/><path d="M0 640c240-60 420 50 640 0s360-60 560 0v160H0z" fill="${deep}"/></g>`,
  candle: ({ main, deep, light }) =>
    `<g><path d="M600 170c50 60 56 100 0 132-56-32-50-72 0-132z" fill="${light}"/><path d="M600 300v40" stroke="${deep}" stroke-width="10"/><path d="M460 340h280v240a40 40 0 0 1-40 40H500a40 40 0 0 1-40-40z" fill="${main}"/><ellipse cx="600" cy="340" rx="140" ry="30" fill="${deep}"/><rect x="520" y="430" width="160" height="100" rx="12" fill="${light}" opacity=".85"/></g>`,
  tea: ({ main, deep, light }) =>
    `<g><path d="M760 380h50a70 70 0 0 1 0 140h-60" fill="none" stroke="${deep}" stroke-width="30"/><path d="M400 340h370v120a150 150 0 0 1-150 150h-70a150 150 0 0 1-150-150z" fill="${main}"/><ellipse cx="585" cy="342" rx="185" ry="38" fill="${deep}"/><path d="M520 270c-30-40 30-60 0-110M600 270c-30-40 30-60 0-110M680 270c-30-40 30-60 0-110" stroke="${light}" stroke-width="14" fill="none" stroke-linecap="round"/></g>`,
};
