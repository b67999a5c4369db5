/** The half of pdf.js that parses; the package ships no types for it. It installs itself. */
declare module 'pdfjs-dist/build/pdf.worker.mjs'
