/** Names of files may hold line breaks, control characters and marks that turn text around; a message stays one line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ');
