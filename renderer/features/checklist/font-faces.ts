/** The bundled Chinese font as rules for another document, with addresses that hold there too. */
export function bundledFontFaces(): string {
  const rules: string[] = []
  for (const sheet of document.styleSheets) {
    const base = sheet.href ?? document.baseURI
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue
      rules.push(
        rule.cssText.replace(
          /url\("([^"]*)"\)/g,
          (_match, address: string) => `url("${new URL(address, base).href}")`,
        ),
      )
    }
  }
  return rules.join('\n')
}
