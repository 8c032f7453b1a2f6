/** Less of a box than this in the window is no room to show anything in. Pixels. */
const least = 60;

/** Scrolls a box, and nothing around it, until an element in it stands in the middle of what the window shows of it. */
export function scrollWithin(box: HTMLElement, element: Element): void {
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  const [top, bottom] = [Math.max(outer.top, 0), Math.min(outer.bottom, innerHeight)];
  const middle = bottom - top > least ? (top + bottom) / 2 : (outer.top + outer.bottom) / 2;
  const isAside = inner.right > outer.right || inner.left < outer.left;
  box.scrollBy({
    top: inner.top + inner.height / 2 - middle,
    left: isAside ? inner.left - outer.left - outer.width / 3 : 0,
  });
}
