/** A4 with the margins of an office letter, in twentieths of a point. */
export const DOCX_PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1700" w:right="1370" w:bottom="1500" w:left="1370" w:header="850" w:footer="850" w:gutter="0"/></w:sectPr>'

const fonts = (asian: string): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${asian}"/>`

/** `size` in half points. */
const letters = (asian: string, size: number, more = ''): string =>
  `<w:rPr>${fonts(asian)}${more}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>`

const style = (id: string, name: string, paragraph: string, characters: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr>${characters}</w:style>`

/** The styles of a Chinese office letter: song for the title and tables, hei for headings, fangsong for the text. */
export const DOCX_STYLES = [
  `<w:docDefaults><w:rPrDefault>${letters('仿宋', 30)}</w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  style(
    'ReportTitle',
    'Report Title',
    '<w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>',
    letters('宋体', 36, '<w:b/>'),
  ),
  style(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="200" w:after="100"/><w:ind w:firstLine="600"/><w:outlineLvl w:val="0"/>',
    letters('黑体', 30),
  ),
  style(
    'BodyText',
    'Body Text',
    '<w:spacing w:line="540" w:lineRule="exact"/><w:ind w:firstLine="600"/><w:jc w:val="both"/>',
    letters('仿宋', 30),
  ),
  style(
    'Closing',
    'Closing',
    '<w:spacing w:before="120"/><w:ind w:right="600"/><w:jc w:val="right"/>',
    letters('仿宋', 30),
  ),
  style('TableText', 'Table Text', '<w:jc w:val="center"/>', letters('宋体', 18)),
].join('')

/** 一、二、三、 … as Word's numbering writes it. */
export const DOCX_NUMBERING = [
  '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>',
  '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl>',
  '</w:abstractNum>',
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
].join('')
