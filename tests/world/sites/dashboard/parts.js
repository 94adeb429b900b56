const SAFE = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text from the shop, made safe for markup. */
export const safe = (text) => String(text ?? '').replace(/[&<>"']/g, (character) => SAFE[character]);

const PATHS = {
  home: '<path d="M3 8.5 10 3l7 5.5V17h-5v-5H8v5H3z"/>',
  chat: '<path d="M3 4h14v9H9l-4 3.5V13H3z"/>',
  people:
    '<circle cx="7.5" cy="7" r="3"/><path d="M2 16c0-3 2.5-5 5.5-5s5.5 2 5.5 5M13 4.4a3 3 0 0 1 0 5.2M15 11.6c1.9.7 3 2.3 3 4.4"/>',
  pay: '<rect x="2.5" y="4.5" width="15" height="11" rx="2"/><path d="M2.5 8.5h15M6 12.5h3"/>',
  site: '<circle cx="10" cy="10" r="7.2"/><path d="M2.8 10h14.4M10 2.8c2.4 2 3.4 4.4 3.4 7.2S12.4 15.2 10 17.200c-2.4-2-3.4-4.4-3.4-7.200S7.6 4.8 10 2.800z"/>',
  chart: '<path d="M3 17V9m5 8V4m5 13v-6m4 6V7"/>',
  gear: '<circle cx="10" cy="10" r="2.6"/><path d="M10 2.500v2.200M10 15.300v2.200M2.5 10h2.200M15.3 10h2.200M4.7 4.700l1.6 1.600M13.7 13.700l1.6 1.600M15.3 4.700l-1.6 1.600M6.3 13.700l-1.6 1.6"/>',
  search: '<circle cx="9" cy="9" r="5"/><path d="m13 13 4 4"/>',
  swap: '<path d="m6 8 4-4 4 4M6 12l4 4 4-4"/>',
  plus: '<path d="M10 4v12M4 10h12"/>',
  back: '<path d="M12 4 6 10l6 6"/>',
  filter: '<path d="M3 5h14M6 10h8M8.5 15h3"/>',
  dots: '<path d="M4.5 10h.01M10 10h.01M15.5 10h.01" stroke-width="2.6"/>',
};

export const icon = (name) =>
  `<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${PATHS[name] ?? ''}</svg>`;

export const initials = (name) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();

export const date = (text) =>
  text ? new Date(text).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }) : '';

export const thumb = (image, name) =>
  image
    ? `<img class="thumb" src="${safe(image)}" alt="">`
    : `<span class="thumb">${safe(initials(name ?? ''))}</span>`;

export const pill = (text, tone = '') => `<span class="pill ${tone}">${safe(text)}</span>`;

const KINDS = {
  PHYSICAL: 'Physical',
  DIGITAL: 'Digital',
  SERVICE: 'Service',
  'PHYSICAL/DIGITAL': 'Both',
};
export const kind = (type) => KINDS[type] ?? type;

/** A table of rows already made of markup; `count` is the whole, of which these are the first. */
export const table = (heads, rows, count) => `
  <div class="card"><table>
    <thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead>
    <tbody>${rows.join('')}</tbody>
  </table>
  <footer><span>${rows.length === 0 ? 'No results' : `1–${rows.length} of ${count.toLocaleString('en')}`}</span>
    <span class="pages"><button disabled>Previous</button><button ${rows.length < count ? '' : 'disabled'}>Next</button></span></footer></div>`;

export const toolbar = (placeholder) => `
  <div class="toolbar"><label class="search">${icon('search')}<input placeholder="${placeholder}" aria-label="${placeholder}"></label>
  <button>${icon('filter')}Filters</button></div>`;
