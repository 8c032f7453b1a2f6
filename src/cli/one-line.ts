/** Names of files may hold line breaks and control characters; a message about one must stay one line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
