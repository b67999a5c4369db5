/** The half of pdf.js that parses; the package ships no types for it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Makes the parser listen on a port. */
    initializeFromPort(port: object): void
  }
}
