/** How a Word or web page looks on the desk: paper, the fonts of a government document, ruled tables. */
export function pageStyles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLES)
  return sheet
}

// Inherited variables reach into the shadow tree; style sheets of the desk do not.
const STYLES = `
:host { display: block; }
* { box-sizing: border-box; max-width: 100%; }
:host {
  font-family: SimSun, "Songti SC", "Noto Serif CJK SC", var(--font);
  font-size: 1.0625rem; line-height: 1.75; color: #000; overflow-wrap: anywhere;
}
h1 { font-size: 1.375rem; text-align: center; line-height: 1.5; }
h2 { font-size: 1.1875rem; }
h3, h4, h5, h6 { font-size: 1.0625rem; }
p { margin: 0 0 0.5em; text-indent: 2em; }
table p, table div { margin: 0; text-indent: 0; }
table { width: 100%; margin: 1em 0; border-collapse: collapse; line-height: 1.35; }
td, th { height: 2em; padding: 0.25em 0.375em; border: 1px solid #444; font-weight: normal; text-align: center; vertical-align: middle; }
img { height: auto; }
pre { white-space: pre-wrap; }
[data-mark] { background: var(--mark-soft); outline: 2px dashed var(--ink); outline-offset: -2px; }
[data-mark="selected"] { background: var(--mark); outline: 3px solid var(--focus); outline-offset: -3px; }
span[data-mark], span[data-mark="selected"] { outline-offset: 1px; }
`
