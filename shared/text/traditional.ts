/**
 * Traditional and variant forms of the characters that occur in the official form's wording and in the words
 * that titles, periods and signatures are found by. Pairs of traditional and simplified. It serves matching only;
 * what a person sees stays as it stands in the document. `traditional.test.ts` holds it against a full dictionary.
 */
const PAIRS =
  '覆复 佈布 侷局 係系 個个 備备 傢家 傳传 內内 動动 務务 區区 員员 問问 單单 噹当 國国 圍围 埰采 執执 報报 ' +
  '寀采 審审 寫写 對对 屬属 廢废 廳厅 強强 後后 復复 戶户 捲卷 採采 據据 數数 於于 時时 會会 査查 條条 ' +
  '業业 構构 機机 權权 決决 沒没 況况 減减 為为 無无 爲为 獲获 現现 當当 發发 眞真 確确 祕秘 穩稳 穫获 ' +
  '箇个 範范 糾纠 納纳 組组 結结 統统 經经 綜综 維维 編编 縣县 總总 織织 繫系 繳缴 繼继 續续 罰罚 聯联 ' +
  '舉举 萬万 處处 號号 衹只 補补 製制 複复 規规 計计 訟讼 訪访 許许 訴诉 註注 証证 詞词 詢询 話话 認认 ' +
  '說说 説说 請请 證证 議议 護护 費费 購购 踰逾 轉转 辦办 這这 進进 過过 適适 郵邮 鄉乡 錶表 鎭镇 鎮镇 ' +
  '開开 間间 閤合 關关 隻只 電电 頁页 項项 題题 額额 類类 體体 髮发 齣出'

/** Traditional form → simplified form. */
export const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => {
    const [traditional = '', simplified = ''] = Array.from(pair)
    return [traditional, simplified]
  }),
)
