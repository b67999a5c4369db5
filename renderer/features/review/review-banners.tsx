import { Button } from 'antd'
import { countDifference } from '../../../shared/desk/version-difference.ts'
import { differenceWords } from '../../difference-words.ts'
import { ToneIcon } from '../../ui/tone.tsx'
import { fileWords, type ReviewReport } from './review-report.ts'
import { useNewVersion } from './use-new-version.ts'

interface Props {
  readonly review: ReviewReport
  readonly onShowDifference: () => void
  readonly onOpenReport: (report: number) => void
}

/** What a person must know before they read on: that the file was saved anew, and that another report is called the same. */
export function ReviewBanners({ review, onShowDifference, onOpenReport }: Props) {
  const news = useNewVersion(review)
  return (
    <>
      {news.isShown && review.difference !== null ? (
        <NewVersionBanner
          number={review.version.number}
          words={differenceWords(countDifference(review.difference.findings))}
          onShow={onShowDifference}
          onClose={news.dismiss}
        />
      ) : null}
      {review.namesakes.length === 0 ? null : (
        <NamesakeBanner review={review} onOpenReport={onOpenReport} />
      )}
    </>
  )
}

interface NewVersionProps {
  readonly number: number
  readonly words: string
  readonly onShow: () => void
  readonly onClose: () => void
}

/** Says that the file was saved anew, or given anew, and what came of checking it. */
function NewVersionBanner({ number, words, onShow, onClose }: NewVersionProps) {
  return (
    <div className="review-banner new-version" role="status">
      <ToneIcon tone="info" />
      <p>
        <b>这份报告有了新的一版，已重新核对（第 {number} 版）：</b>
        {words}。
      </p>
      <Button onClick={onShow}>查看对比</Button>
      <Button onClick={onClose}>知道了</Button>
    </div>
  )
}

/** Two townships of one name, or a file that has hardly a number in common: told apart by their files. */
function NamesakeBanner({ review, onOpenReport }: Pick<Props, 'review' | 'onOpenReport'>) {
  return (
    <div className="review-banner namesakes">
      <ToneIcon tone="warning" />
      <p>
        <b>还有同名同年度的报告，内容不同，没有当作同一份。</b>
        这一份是 {fileWords(review.version)}。
      </p>
      {review.namesakes.map((other) => (
        <Button key={other.reportId} onClick={() => onOpenReport(other.reportId)}>
          打开 {fileWords(other)}
        </Button>
      ))}
    </div>
  )
}
