declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** The half of pdf.js that reads files, for which it has no types. */
  export const WorkerMessageHandler: { readonly initializeFromPort: (port: object) => void };
}
