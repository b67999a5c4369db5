import { Checkbox, Input, Segmented } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { Settings } from '../../db/settings.ts'
import { TEXT_SCALES, TEXT_SIZES, type TextSize } from '../../text-size.ts'
import { ToneIcon } from '../../ui/tone.tsx'
import { useKeepSetting, useSettings } from '../../use-settings.ts'
import { sizeWords } from './size-words.ts'
import { useHostStatus, useStorageFacts } from './use-storage-facts.ts'
import './settings.css'

const SIZE_WORDS = {
  normal: '标准',
  large: '大',
  largest: '特大',
} as const satisfies Record<TextSize, string>

/** What a person sets once, and what the program says of itself. */
export function SettingsScreen() {
  const settings = useSettings()
  const keep = useKeepSetting()
  return (
    <div className="settings">
      <h1>设置</h1>
      <Group title="打印清单上的单位">
        <TextSetting
          key={`name ${settings.officeName}`}
          label="核对单位名称"
          stored={settings.officeName}
          placeholder="如 ××县人民政府办公室"
          most={100}
          onKeep={(value) => keep('officeName', value)}
        />
        <TextSetting
          key={`contact ${settings.officeContact}`}
          label="联系人和电话"
          stored={settings.officeContact}
          placeholder="如 张三 0000-1234567"
          most={200}
          onKeep={(value) => keep('officeContact', value)}
        />
      </Group>
      <Group title="显示">
        <Row label="文字大小">
          <Segmented<TextSize>
            aria-label="文字大小"
            value={settings.textSize}
            options={TEXT_SIZES.map((size) => ({
              value: size,
              label: `${SIZE_WORDS[size]} ${TEXT_SCALES[size] * 100}%`,
            }))}
            onChange={(size) => keep('textSize', size)}
          />
          <p>整个窗口一起放大；也可以按住 Ctrl 转滚轮。</p>
        </Row>
        <CheckRow
          label="高对比度"
          hint="黑字白底、线条加深，看得更清楚。"
          name="highContrast"
          settings={settings}
          onKeep={(isOn) => keep('highContrast', isOn)}
        />
        <CheckRow
          label="辨空格"
          hint="在表里把空白、“/”、“—”、“无”用不同的底纹标出来。"
          name="lens"
          settings={settings}
          onKeep={(isOn) => keep('lens', isOn)}
        />
      </Group>
      <About />
    </div>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="settings-group">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="settings-row">
      <span className="settings-label">{label}</span>
      <div>{children}</div>
    </div>
  )
}

interface TextProps {
  readonly label: string
  readonly stored: string
  readonly placeholder: string
  readonly most: number
  readonly onKeep: (value: string) => void
}

/** Kept when the person leaves the field. */
function TextSetting({ label, stored, placeholder, most, onKeep }: TextProps) {
  const id = useId()
  const [text, setText] = useState(stored)
  return (
    <div className="settings-row">
      <label className="settings-label" htmlFor={id}>
        {label}
      </label>
      <Input
        id={id}
        value={text}
        placeholder={placeholder}
        maxLength={most}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text !== stored && onKeep(text)}
      />
    </div>
  )
}

interface CheckProps {
  readonly label: string
  readonly hint: string
  readonly name: 'highContrast' | 'lens'
  readonly settings: Settings
  readonly onKeep: (isOn: boolean) => void
}

function CheckRow({ label, hint, name, settings, onKeep }: CheckProps) {
  return (
    <Row label={label}>
      <Checkbox
        className="settings-check"
        checked={settings[name]}
        onChange={(event) => onKeep(event.target.checked)}
      >
        {hint}
      </Checkbox>
    </Row>
  )
}

const PERSISTENCE_WORDS = {
  granted: '浏览器已答应长期保存，不会自动清除。',
  refused: '浏览器没有答应长期保存；磁盘很满时它可能清除数据，请保留原文件。',
  unavailable: '这个浏览器不说明数据会不会被自动清除，请保留原文件。',
} as const

function About() {
  const status = useHostStatus()
  const facts = useStorageFacts()
  return (
    <Group title="关于本程序">
      <Row label="联网情况">
        <p className="settings-offline" role="status">
          <ToneIcon tone={status === null ? 'quiet' : 'ok'} />
          <b>
            {status === null ? '正在查看…' : `本机处理，未联网：${status.outsideRequests} 次请求`}
          </b>
        </p>
        {status === null || status.outsideRequests === 0 ? null : (
          <p>
            启动以来有 {status.outsideRequests} 次向外的请求，都被挡住了，没有数据离开这台电脑。
          </p>
        )}
      </Row>
      <Row label="数据存放">
        <p>
          报告、原文、核对结果和处理记录都存在这台电脑的程序数据库（IndexedDB“nianbao-desk”）里，不在任何服务器上。
        </p>
        {facts === null ? null : <p>{PERSISTENCE_WORDS[facts.persistence]}</p>}
      </Row>
      <Row label="占用空间">
        <p className="figures">
          {facts === null || facts.room.usage === null
            ? '正在计算…'
            : `已用 ${sizeWords(facts.room.usage)}`}
          {facts === null || facts.room.freeBytes === null
            ? ''
            : `，还可用 ${sizeWords(facts.room.freeBytes)}`}
        </p>
        {facts?.room.isEnough === false ? (
          <p>磁盘空间不足，暂时不能导入新的报告；已有的数据不受影响。</p>
        ) : null}
      </Row>
      <Row label="版本">
        <p className="figures">{status === null ? '' : `年报核对台 ${status.version}`}</p>
      </Row>
    </Group>
  )
}
