/** Has no types of its own; it is loaded for what it does. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
