/** What number a control word of the specification takes; `switch` is 0 or 1. */
export type WordKind = 'bare' | 'switch' | 'number'

/** The kind of a word that formats text, paragraphs or tables; undefined for one that is not known. */
export function wordKind(name: string): WordKind | undefined {
  return KINDS.get(name)
}

/** The largest number that a word can have; what stands behind it as text makes it larger when a space is lost. */
export function largestNumber(name: string): number {
  return LARGEST.get(name) ?? LARGEST_OF_MOST
}

/** 16 bits. */
const LARGEST_OF_MOST = 65_535

/** `fs` is in half points: nobody types a report in larger letters than 72. Marks of saving (`rsid`) have 24 bits. */
const LARGEST: ReadonlyMap<string, number> = new Map([
  ['fs', 144],
  ['afs', 144],
  ['lang', 0x5000],
  ['langfe', 0x5000],
  ['langnp', 0x5000],
  ['langfenp', 0x5000],
  ['alang', 0x5000],
  ...['cf', 'cb', 'highlight', 'chcbpat', 'chcfpat'].map((name): [string, number] => [name, 255]),
  ...['insrsid', 'charrsid', 'pararsid', 'sectrsid', 'tblrsid', 'delrsid', 'styrsid'].map(
    (name): [string, number] => [name, 0xff_ffff],
  ),
  ...['revdttm', 'revdttmdel', 'crdate', 'trdate', 'absh', 'u', 'bin'].map(
    (name): [string, number] => [name, Number.POSITIVE_INFINITY],
  ),
])

const BARE = [
  'adjustright brdrb brdrbtw brdrdash brdrdashdd brdrdashsm brdrdb brdrdot brdrhair brdrl brdrnil brdrnone brdrr',
  'brdrs brdrsh brdrt brdrtbl brdrth brdrwavy bullet caccentone cell chbrdr clbrdrb clbrdrl clbrdrr clbrdrt',
  'cldgll cldglu clFitText clhidemark clmgf clmrg clNoWrap cltxlrtb cltxbtlr cltxtbrl cltxlrtbv cltxtbrlv clvertalb',
  'clvertalc clvertalt clvmgf clvmrg column contextualspace ctextone dbch emdash emspace endash enspace faauto',
  'facenter fafixed fahang faroman favar field fldrslt hich indmirror intbl itap keep keepn lastrow ldblquote line loch',
  'lquote ltrch ltrmark ltrpar ltrrow ltrsect nestcell nestrow noline nonshppict nooverflow nosnaplinegrid',
  'nosupersub nowidctlpar nowrap page pagebb par pard plain pnrauth qc qd qj ql qmspace qnatural qr rdblquote',
  'row rquote rtlch rtlmark rtlpar rtlrow sect sectd sectunlocked shp spv tab taprtl tbllkbestfit tbllkborder',
  'tbllkcolor tbllkfont tbllkhdrcols tbllkhdrrows tbllklastcol tbllklastrow tbllknocolband tbllknorowband',
  'tbllkshading tldot tlhyph tlth tlul tqc tqdec tqr trbrdrb trbrdrh trbrdrl trbrdrr trbrdrt trbrdrv trhdr',
  'absnoovrlp nocwrap nowwrap phcol phmrg phpg pvmrg pvpara pvpg tphcol tphmrg tphpg tposxc tposxi tposxl tposxo',
  'tposxr tposyb tposyc tposyil tposyin tposyt tpvmrg tpvpara tpvpg wraparound wrapthrough wraptight',
  'trkeep trkeepfollow trowd trpat trqc trql trqr ulnone widctlpar wrapdefault zwbo zwj zwnbo zwnj',
].flatMap((words) => words.split(' '))

const SWITCHES = [
  'ab acaps ai aoutl ascaps ashad astrike aul auld aulw b caps deleted embo hyphpar i impr lbr mvf mvt outl rbr',
  'revised scaps shad softline strike striked sub super trautofit ul uld uldash uldashd uldashdd uldb ulth ulw',
  'ulwave v webhidden',
].flatMap((words) => words.split(' '))

const NUMBERED = [
  'abslock absh absw dfrmtxtx dfrmtxty dxfrtext posnegx posnegy tabsnoovrlp tdfrmtxtBottom tdfrmtxtLeft',
  'tdfrmtxtRight tdfrmtxtTop tposnegx tposnegy tposx tposy',
  'accnone adeflang adn aexpnd af afs alang animtext aspalpha aspnum aup brdrcf brdrw brsp cb cbpat cchs cellx cf',
  'cfpat cgrid charrsid charscalex chcbpat chcfpat chshdng clcbpat clcbpatraw clcfpat clcfpatraw clftsWidth',
  'clpadb clpadfb clpadfl clpadfr clpadft clpadl clpadr clpadt clshdng clshdngraw clspb clspfb clspfl clspfr',
  'clspft clspl clspr clspt clwWidth cols colsx crauth crdate cs cshade ctint cufi culi curi delrsid dn expnd',
  'expndtw f fcs fi fittext fs highlight hres ilvl insrsid irow irowband itap jclisttab kerning lang langfe',
  'langfenp langnp li lin lisa lisb ls marglsxn margrsxn outlinelevel pararsid pgwsxn posx posy revauth',
  'revauthdel revdttm revdttmdel ri rin rsid s sa saauto sb sbauto sectrsid shading sl slmult tb tblind tblindtype',
  'tblrsid tcelld trauth trcbpat trcfpat trdate trftsWidth trftsWidthA trftsWidthB trgaph trleft trpaddb trpaddfb',
  'trpaddfl trpaddfr trpaddft trpaddl trpaddr trpaddt trrh trshdng trspdb trspdfb trspdfl trspdfr trspdft trspdl',
  'trspdr trspdt trwWidth trwWidthA trwWidthB ts tx uc ulc up yts',
].flatMap((words) => words.split(' '))

const KINDS: ReadonlyMap<string, WordKind> = new Map<string, WordKind>([
  ...BARE.map((name): [string, WordKind] => [name, 'bare']),
  ...SWITCHES.map((name): [string, WordKind] => [name, 'switch']),
  ...NUMBERED.map((name): [string, WordKind] => [name, 'number']),
])
