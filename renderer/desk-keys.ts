/** A key or several that do the same, and what they do. */
export interface KeyLine {
  readonly keys: readonly string[]
  readonly does: string
}

export interface KeyGroup {
  readonly title: string
  readonly lines: readonly KeyLine[]
}

/** Every key of the desk, as the help page and `?` list them. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: '核对报告',
    lines: [
      { keys: ['J', '↓', 'N'], does: '下一个问题' },
      { keys: ['K', '↑', 'P'], does: '上一个问题' },
      { keys: ['C'], does: '确认有误，接着看下一个（在问题列表里按 Enter 也行）' },
      { keys: ['X'], does: '搁置，写明理由' },
      { keys: ['F'], does: '标为已更正' },
      { keys: ['Ctrl+Z'], does: '撤销' },
      { keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], does: '重做' },
      { keys: [']', 'Shift+N'], does: '下一份有问题的报告' },
      { keys: ['[', 'Shift+P'], does: '上一份有问题的报告' },
      { keys: ['L'], does: '辨空格：把空白、“/”、“—”、“无”分别标出来' },
      { keys: ['Esc'], does: '返回报告列表' },
    ],
  },
  {
    title: '三张表里',
    lines: [
      { keys: ['←', '→', '↑', '↓'], does: '移到相邻的格' },
      { keys: ['Home', 'End'], does: '移到一行的头、尾' },
      { keys: ['Enter', 'F2'], does: '改读数：输入原文这一格里写的内容' },
      { keys: ['Enter'], does: '输入时：保存，所有规则立即重新核对' },
      { keys: ['Esc'], does: '输入时：放弃' },
    ],
  },
  {
    title: '报告列表里',
    lines: [
      { keys: ['↑', '↓', 'PageUp', 'PageDown', 'Home', 'End'], does: '移动' },
      { keys: ['Enter'], does: '打开报告' },
      { keys: ['空格'], does: '选中或取消' },
      { keys: ['Ctrl+A'], does: '全选' },
      { keys: ['/'], does: '到搜索框' },
      { keys: ['Ctrl+V'], does: '核对剪贴板里的报告' },
    ],
  },
  {
    title: '任何时候',
    lines: [
      { keys: ['Tab', 'Shift+Tab'], does: '到下一处、上一处' },
      { keys: ['←', '→'], does: '焦点在分隔线上时：调整左右（上下）大小' },
      { keys: ['Ctrl+滚轮', 'Ctrl++', 'Ctrl+-'], does: '放大、缩小整个窗口的文字' },
      { keys: ['Ctrl+0'], does: '恢复标准大小' },
      { keys: ['?'], does: '列出这些键' },
    ],
  },
]
