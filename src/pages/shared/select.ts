import type { AppState } from '../../state';
import type { PageContext } from './context';

/** What a click on a mark does: an area narrows the page to it, an agency opens its newest report. */
export function selectMark(app: AppState, context: PageContext, id: string): void {
  if (/^\d{4}$/.test(id)) {
    const year = Number(id);
    app.set({ years: [year, year] });
  } else if (context.unit === 'area' && id) {
    app.set({ area: id, agencies: [] });
  } else if (context.reportHref(id)) {
    location.hash = new URL(context.reportHref(id) ?? '', document.baseURI).hash;
  }
}
