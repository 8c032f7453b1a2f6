/**
 * Name of an agency as it stands in a chart: without the words that every agency of its kind carries and without the
 * name of the area that the page is about.
 */
export function shortAgencyName(name: string, area = ''): string {
  const short = name.replace(/(?<=.)人民政府(?!办)(?=$|（)/u, '').replace(/(?<=街道)办事处$/u, '');
  return area && short.startsWith(area) && short.length > area.length + 1 ? short.slice(area.length) : short;
}
