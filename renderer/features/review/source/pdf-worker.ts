// The half of pdf.js that parses, bundled with the desk and run in a thread of its own.
import 'pdfjs-dist/build/pdf.worker.mjs'
