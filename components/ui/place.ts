/** Puts a popover below its button, or above it in the lower half. It stands in the top layer, so its place comes from the button's, mirrored in right-to-left. */
export function place(menu: HTMLElement, button: HTMLElement) {
  const box = button.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const rightToLeft = getComputedStyle(button).direction === 'rtl';
  const above = box.top > height / 2;
  menu.style.insetBlockStart = above ? 'auto' : `${box.bottom + 4}px`;
  menu.style.insetBlockEnd = above ? `${height - box.top + 4}px` : 'auto';
  menu.style.maxBlockSize = `${(above ? box.top : height - box.bottom) - 12}px`;
  // Grows towards the side with more room.
  const end = rightToLeft ? box.left : width - box.right;
  const start = rightToLeft ? width - box.right : box.left;
  menu.style.insetInlineEnd = end <= start ? `${Math.max(end, 12)}px` : 'auto';
  menu.style.insetInlineStart = end <= start ? 'auto' : `${Math.max(start, 12)}px`;
}
