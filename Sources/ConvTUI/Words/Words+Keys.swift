import Drawing
import Model
import Terminal

extension Words {
  func name(of key: Key) -> String {
    switch key {
    case .character(" "): say("space", "空格")
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .shift(let arrow): "⇧" + name(of: arrow)
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "⇧Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    }
  }

  /// Several keys in few columns: of many the first and the last.
  func names(of keys: [Key]) -> String {
    let arrows = keys.filter { if case .shift = $0 { true } else { false } }
    if arrows.count == keys.count, keys.count > 2 { return say("⇧ arrows", "⇧ 方向键") }
    let names = keys.map(name(of:))
    let all = names.joined(separator: " ")
    return all.cellWidth > 9 && names.count > 2 ? "\(names[0]) … \(names[names.count - 1])" : all
  }

  private func name(of arrow: Key.Arrow) -> String {
    switch arrow {
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    }
  }

  /// One or two words, for the foot of the screen.
  ///
  /// - Parameter view: Of the scene, where what a key does there is called otherwise.
  func label(_ action: Action, in kind: SceneKind, _ view: SceneView? = nil) -> String {
    let own = view.flatMap { kind.viewWords[$0]?(self)(action)?.label }
    return own ?? kind.words(self)(action)?.label ?? label(action) ?? help(action, in: kind, view)
  }

  /// What a key does, for the help; keys of a pair have the same text.
  func help(_ action: Action, in kind: SceneKind, _ view: SceneView? = nil) -> String {
    let own = view.flatMap { kind.viewWords[$0]?(self)(action)?.help }
    return own ?? kind.words(self)(action)?.help ?? help(action)
  }

  func label(_ action: Action) -> String? {
    switch action {
    case .lessonNext: lessonNext
    case .lessonBack: lessonBack
    case .lessonAnswer: lessonAnswer
    case .mark: say("mark", "标记")
    case .checkAnswer: say("check", "检查")
    case .leaveAnswer: say("commands", "命令")
    case .showAll: say("show all", "全部显示")
    case .lessonRestart: say("start over", "从头开始")
    case .catchUp: say("catch up", "跟上")
    case .play: say("play", "播放")
    case .next, .previous: say("step", "单步")
    case .nextPart, .previousPart: say("product", "乘积")
    case .nextRow, .previousRow: say("row", "行")
    case .nextUnit, .previousUnit: say("unit", "单元")
    case .erase: say("erase", "擦除")
    case .pick: say("choose", "选择")
    case .enlarge: say("enlarge", "放大看")
    case .pin: say("pin A", "固定 A")
    case .leave: say("leave", "离开")
    case .goTo: say("go to", "跳到")
    case .edit: say("edit", "编辑")
    case .kernel: say("kernel", "卷积核")
    case .restart: say("restart", "重来")
    case .seed: say("seed", "随机种子")
    case .branch: say("branch", "分支")
    case .view: say("view", "视图")
    case .backward: say("backward", "反向")
    case .nextStage, .previousStage: say("stage", "阶段")
    case .zoomIn, .zoomOut: say("zoom", "缩放")
    case .pan: say("move", "移动")
    case .nextPanel, .previousPanel:
      say("panel", "面板")
    case .settings: say("settings", "设置")
    case .commands: say("find", "查找")
    case .hide: say("hide", "隐藏")
    case .open: say("open", "打开")
    case .nextItem, .previousItem: say("kernel", "卷积核")
    case .help: say("help", "帮助")
    case .quit: say("quit", "退出")
    default: nil
    }
  }

  private func help(_ action: Action) -> String {
    switch action {
    case .quit: say("quit", "退出")
    case .help: say("this help", "本帮助")
    case .settings: say("the scene's settings", "场景的设置")
    case .commands: say("all commands, by typing", "键入查找命令")
    case .setting(let name): name
    case .scene: say("the scenes", "各个场景")
    case .lessonNext: say("the lesson's next step", "课程的下一步")
    case .lessonBack: say("the lesson's step before", "课程的上一步")
    case .lessonAnswer: say("show the answer", "显示答案")
    case .mark: say("mark the cell, or take its mark away", "标记格子，或取消标记")
    case .checkAnswer: say("check the answer", "检查答案")
    case .leaveAnswer: say("leave the answer: letters are commands", "离开答案：字母键变为命令")
    case .answer: say("answer what is hidden, Enter checks", "回答隐藏的结果，Enter 检查")
    case .lessonRestart: say("start the lesson over", "从头开始这一课")
    case .catchUp: say("follow the teacher again", "重新跟随老师")
    case .play: say("play or pause", "播放或暂停")
    case .next, .previous: say("previous or next step", "上一步或下一步")
    case .nextPart, .previousPart: say("previous or next product", "上一个或下一个乘积")
    case .nextRow, .previousRow: say("previous or next row", "上一行或下一行")
    case .first, .last: say("first or last step", "第一步或最后一步")
    case .goTo: say("go to a step", "跳到某一步")
    case .faster, .slower: say("play faster or slower", "播放加快或减慢")
    case .theme: say("dark or light theme", "深色或浅色主题")
    case .large: say("larger, for the back row", "放大，让后排看清")
    case .hide: say("hide or show results", "隐藏或显示结果")
    case .showAll: say("show all results", "显示全部结果")
    case .open: say("open a file or example", "打开文件或例子")
    case .reset: say("the scene as it started", "场景回到开始")
    case .resetAll: say("all scenes as they began", "所有场景回到开始")
    case .figure, .session: say("save figure or session", "保存插图或会话")
    case .nextPanel, .previousPanel: say("previous or next panel", "上一个或下一个面板")
    case .move: say("move in the panel", "在面板中移动")
    case .pick: say("edit or go to the cell", "编辑或转到格子")
    case .leave: say("leave the panel", "离开面板")
    case .enlarge: say("enlarge (no cursor)", "放大看（无光标时）")
    case .pin: say("pin this as A, or let it go", "把这里固定为 A，或取消")
    case .alarms: say("the alarms", "警报")
    case .erase: say("erase the drawing", "擦除图画")
    case .nextUnit, .previousUnit:
      say("previous or next unit", "上一个或下一个单元")
    case .edit: say("edit a cell", "编辑一个格子")
    case .undo, .redo: say("undo, redo", "撤销、重做")
    case .kernel: say("kernel by name or file", "按名称或文件选卷积核")
    case .nextItem, .previousItem: say("previous or next kernel", "上一个或下一个卷积核")
    case .zoomReset: say("the whole run", "整个运行过程")
    case .paint, .pen: say("K: paint, pen down or up", "K：涂数，落笔或抬笔")
    case .change(let edit): help(edit)
    case .restart: say("restart", "重来")
    case .seed: say("new start from a seed", "用种子重新开始")
    case .branch: say("next branch", "下一个分支")
    case .view: say("the next view", "下一个视图")
    case .backward: say("backward: step by step", "反向：逐步")
    case .nextStage, .previousStage: say("backward: stage by stage", "反向：逐阶段")
    case .zoomIn, .zoomOut: say("surface: zoom in, out", "曲面：放大、缩小")
    case .pan: say("surface: move the view", "曲面：移动视野")
    }
  }

  func help(_ edit: KernelEdit) -> String {
    switch edit {
    case .negate: "−K"
    case .transpose: say("Kᵀ: rows become columns", "Kᵀ：行变成列")
    case .turn: say("as a convolution turns it", "像卷积那样旋转")
    case .rotate(let isClockwise):
      isClockwise ? say("by 90° clockwise", "顺时针 90°") : say("by 90° the other way", "逆时针 90°")
    case .normalize: say("divide by the sum", "除以总和")
    case .clear: say("all weights become 0", "所有权重变为 0")
    case .rings(let count):
      count > 0
        ? say("a ring of zeros around it", "外围一圈零") : say("without its outer ring", "去掉外围一圈")
    case .columns(let count):
      count > 0 ? say("zeros at its right end", "右端加零") : say("the last one", "最右一列")
    case .rows(let count):
      count > 0 ? say("zeros at its lower end", "下端加零") : say("the last one", "最下一行")
    }
  }

  var firstKeys: String { say("The first keys", "先用这些键") }

  // MARK: Questions

  func goToQuestion(_ numbers: ClosedRange<Int64>, in kind: SceneKind) -> String {
    let range = "\(numbers.lowerBound)–\(numbers.upperBound)"
    return say("go to \(kind.step(self)) (\(range))", "跳到第几\(kind.step(self))（\(range)）")
  }

  func goToComplaint(_ numbers: ClosedRange<Int64>) -> String {
    say(
      "use a whole number from \(numbers.lowerBound) to \(numbers.upperBound)",
      "请用 \(numbers.lowerBound) 到 \(numbers.upperBound) 的整数")
  }

  var kernelQuestion: String {
    say("kernel (a name, a file, or rows as 0,1;2,3)", "卷积核（名称、文件，或各行如 0,1;2,3）")
  }
  var seedQuestion: String { say("seed (a whole number)", "随机种子（整数）") }

  var nothingToUndo: String { say("There is nothing to undo.", "没有可以撤销的。") }
  var nothingToRedo: String { say("There is nothing to redo.", "没有可以重做的。") }
  var outputIsComputed: String {
    say("An output cannot be edited; change a cell of X or K instead.", "输出不能编辑；请改 X 或 K 中的格子。")
  }

  func notOneNumber(_ answer: String) -> String {
    say(
      "“\(answer)” is not a valid number; use one such as 0.5 or -1",
      "“\(answer)” 不是有效的数；请写成 0.5 或 -1 这样的数")
  }

  func notASchedule(_ answer: String) -> String {
    say(
      "“\(answer)” is not a schedule; use constant, step:10:0.5 or cosine:100",
      "“\(answer)” 不是调度；请用 constant、step:10:0.5 或 cosine:100")
  }

  func notASeed(_ answer: String) -> String {
    say(
      "“\(answer)” is not a seed; use a whole number of 0 or more", "“\(answer)” 不是随机种子；请用 0 或更大的整数"
    )
  }
}
