import { ReadingError, type NotReportReason } from '../reading';
import { oneLine } from './one-line';

/** The file is a pipe or a device. */
export class SpecialFileError extends Error {}

/** A size in bytes in megabytes; other sizes, as of pages, say what they count. */
const megabytes = (size: string): string =>
  /^\d+$/.test(size) ? `${Math.round(Number(size) / 2 ** 20)} MB` : size;

/** What to do with files of other programs, which can save them as a kind that is read. */
const resave: Readonly<Record<string, string>> = {
  doc: 'open it in Word or WPS and save it as .docx',
  xls: 'open it in Excel or WPS and save it as .xlsx',
  'Word XML': 'open it in Word or WPS and save it as .docx',
  'Excel XML': 'open it in Excel or WPS and save it as .xlsx',
  'docx of several documents': 'open it in Word or WPS, copy everything into a new document and save that',
  rtf: 'open it in Word or WPS and save it as .docx',
  odf: 'open it in Office or WPS and save it as .docx or .xlsx',
  mht: 'open it in a browser and save it as a web page, HTML only',
  eml: 'save what is attached to it, and give that',
  rar: 'unpack it and give the files in it',
  '7z': 'unpack it and give the files in it',
  gzip: 'unpack it and give the files in it',
  ole: 'open it in Office or WPS and save it as .docx or .xlsx',
};

/** What a page is that is no report, and what to give in its place. */
export const noReport: Readonly<Record<NotReportReason, string>> = {
  interpretation: 'it explains a report and is none; give the report itself',
  notice: 'it is a notice or a plan about reports; give the report itself',
  rules: 'it is a set of rules or a guide; give the report itself',
  news: 'it is news about a meeting or an activity; give the report itself',
  summary: 'it sums up or assesses the reports of many; give each report itself',
  list: 'it lists reports; open each one and give that',
  attachment: 'the report is in an attachment of the page; download that and give it',
  empty_body:
    'the page has the title of a report and nothing of it; open it in a browser and save what it shows',
  script_only: 'scripts write the page; open it in a browser, wait, and save what it shows',
  login: 'it is a login; log in and save the report',
  captcha: 'the site asked for a check in place of the page; open it in a browser and save the report',
  error_page: 'the site answered with an error; find the page of the report anew',
  copy: 'it is a copy under the name of another site; give the page of the agency itself',
  template: 'it is the empty form; give a report that is filled in',
  other: 'no annual report was found in it; give the page that holds the report itself',
};

const messages: Readonly<
  Record<ReadingError['code'], (detail: string, reason: NotReportReason | null) => string>
> = {
  empty: () => 'the file is empty; download it again',
  too_large: (size) =>
    `the file is too large (${megabytes(size)}); a report has less than 1 MB, so give the page of one report`,
  unsupported_format: (kind) =>
    `this is a ${kind} file, which cannot be read yet; ${resave[kind] ?? 'save the report as a web page (HTML) or as text'}`,
  not_text: () =>
    'the file is not text in any known encoding; save the report as a web page (HTML) or as UTF-8 text',
  not_a_report: (detail, reason) =>
    `${noReport[reason ?? 'other']}${detail ? ` (${reason === 'attachment' ? 'files' : 'its title'}: ${detail})` : ''}`,
  timeout: () => 'reading took too long and was stopped; save only the article of the page and try again',
  protected: () => 'the file is protected by a password; save it without one',
  damaged: (part) =>
    `the file is damaged${part ? ` (${part})` : ''}; download it again, or open it and save it anew`,
  no_text: (kind) =>
    `the file holds pictures and no text${kind ? ` (${kind})` : ''}; give the report as text, as a PDF made from text, as Word, Excel or a web page`,
};

/** One line on why a file could not be read and what to do. Throws again what is no failure of the file. */
export function explain(error: unknown, file: string): string {
  const name = oneLine(file);
  if (error instanceof ReadingError)
    return `${name}: ${oneLine(messages[error.code](error.detail, error.reason))}`;
  if (error instanceof SpecialFileError)
    return `${name}: this is a pipe or a device and not a file; save what comes out of it to a file and give that`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `${name}: there is no such file; check its name`;
  if (code === 'EISDIR') return `${name}: this is a folder that holds no file; give one that holds reports`;
  if (code === 'EACCES' || code === 'EPERM')
    return `${name}: the file may not be opened; check its permissions`;
  if (typeof code === 'string')
    return `${name}: the file cannot be opened (${code}); check its name and place`;
  throw error;
}

/** One line on why nothing more can be printed; null when the reader of a pipe has gone, as `head` does. */
export function explainOutput(error: Error): string | null {
  const code = 'code' in error ? String(error.code) : error.message;
  if (code === 'EPIPE') return null;
  const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : 'the system refuses';
  return `the output cannot be written: ${why} (${code}); what was printed so far is not complete`;
}
