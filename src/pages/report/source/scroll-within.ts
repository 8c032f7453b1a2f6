/** Scrolls a box, and nothing around it, until an element in it stands in its middle. */
export function scrollWithin(box: HTMLElement, element: Element): void {
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  box.scrollBy({
    top: inner.top + inner.height / 2 - outer.top - outer.height / 2,
    left:
      inner.right > outer.right || inner.left < outer.left ? inner.left - outer.left - outer.width / 3 : 0,
  });
}
