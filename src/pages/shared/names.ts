/** Name of an agency as it stands in a chart: without the words that every agency of its kind carries. */
export function shortAgencyName(name: string): string {
  return name.replace(/(?<=.)人民政府(?!办)(?=$|（)/u, '').replace(/(?<=街道)办事处$/u, '');
}
