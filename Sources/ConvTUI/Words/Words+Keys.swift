import Drawing
import Model
import Terminal

extension Words {
  func name(of key: Key) -> String {
    switch key {
    case .character(" "): "space"
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
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "⇧Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    }
  }

  /// One or two words, for the foot of the screen.
  func label(_ action: Action, in kind: SceneKind) -> String {
    kind.words(self)(action)?.label ?? label(action) ?? help(action, in: kind)
  }

  /// What a key does, for the help; keys of a pair have the same text.
  func help(_ action: Action, in kind: SceneKind) -> String {
    kind.words(self)(action)?.help ?? help(action)
  }

  /// What a command is called in the list.
  func title(of action: Action, in kind: SceneKind) -> String {
    kind.words(self)(action)?.label ?? title(action) ?? label(action) ?? help(action)
  }

  /// Those that share a label in the footer have titles of their own.
  private func title(_ action: Action) -> String? {
    switch action {
    case .next: "next step"
    case .previous: "step back"
    case .nextPart: "next product"
    case .previousPart: "product back"
    case .nextRow: "next row"
    case .previousRow: "row back"
    case .first: "to the start"
    case .last: "to the end"
    case .faster: "faster"
    case .slower: "slower"
    case .theme: "theme"
    case .figure: "figure"
    case .session: "session"
    case .nextKernel: "next kernel"
    case .previousKernel: "kernel before"
    case .moreStride: "more stride"
    case .lessStride: "less stride"
    case .morePadding: "more padding"
    case .moreDilation: "more dilation"
    case .lessPadding: "less padding"
    case .lessDilation: "less dilation"
    case .undo: "undo"
    case .redo: "redo"
    case .zoomIn: "closer"
    case .zoomOut: "farther"
    case .raiseRate: "higher learning rate"
    case .lowerRate: "lower learning rate"
    case .previousPanel: "panel before"
    case .previousUnit: "unit before"
    case .previousSample: "sample before"
    case .previousStage: "stage before"
    default: nil
    }
  }

  private func label(_ action: Action) -> String? {
    switch action {
    case .play: "play"
    case .next, .previous: "step"
    case .nextPart, .previousPart: "product"
    case .nextRow, .previousRow: "row"
    case .nextUnit, .previousUnit: "unit"
    case .nextSample, .previousSample: "sample"
    case .drawSample: "draw"
    case .erase: "erase"
    case .pick: "pen"
    case .enlarge: "enlarge"
    case .contrast: "contrast"
    case .leave: "leave"
    case .back: "back"
    case .goTo: "go to"
    case .edit: "edit"
    case .kernel: "kernel"
    case .moreStride: "stride"
    case .morePadding: "padding"
    case .moreDilation: "dilation"
    case .bias: "bias"
    case .operation: "⋆ or ∗"
    case .groups: "groups"
    case .paint: "paint"
    case .pen: "pen"
    case .change(let edit): label(edit)
    case .learningRate: "lr"
    case .schedule: "schedule"
    case .optimizer: "optimizer"
    case .restart: "restart"
    case .seed: "seed"
    case .branch: "branch"
    case .chart: "why"
    case .view: "view"
    case .backward: "backward"
    case .nextStage, .previousStage: "stage"
    case .zoomIn, .zoomOut: "zoom"
    case .pan: "move"
    case .layers: "layers"
    case .inputSize: "image size"
    case .nextPanel:
      "panel"
    case .settings: "settings"
    case .commands: "commands"
    case .help: "help"
    case .quit: "quit"
    default: nil
    }
  }

  private func help(_ action: Action) -> String {
    switch action {
    case .quit: "quit"
    case .help: "this help"
    case .settings: "the settings of the scene"
    case .commands: "all commands, by typing"
    case .setting(let name): name
    case .scene: "the scenes"
    case .play: "play or pause"
    case .next, .previous: "next or previous step"
    case .nextPart, .previousPart: "next or previous product"
    case .nextRow, .previousRow: "next or previous row"
    case .first, .last: "first or last step"
    case .goTo: "go to a step"
    case .faster, .slower: "play faster or slower"
    case .theme: "dark or light theme"
    case .figure, .session: "save figure or session"
    case .nextPanel, .previousPanel: "next or previous panel"
    case .move: "move in the panel"
    case .pick: "edit or go to the cell"
    case .leave: "leave the panel"
    case .back: "back to the maps"
    case .enlarge: "enlarge (no cursor)"
    case .contrast: "change the colour scale"
    case .erase: "erase the drawing"
    case .nextUnit, .previousUnit:
      "next or previous unit"
    case .nextSample, .previousSample: "next or previous sample"
    case .drawSample: "draw a sample"
    case .smoothing: "smooth the curves"
    case .logarithmic: "log or linear loss"
    case .edit: "edit a cell"
    case .undo, .redo: "undo, redo"
    case .kernel: "kernel by name or file"
    case .nextKernel, .previousKernel: "next or previous kernel"
    case .moreStride, .lessStride: "stride up or down"
    case .morePadding, .lessPadding: "padding up or down"
    case .moreDilation, .lessDilation: "dilation up or down"
    case .paddingMode: "padding mode"
    case .bias: "bias for every output"
    case .operation: "correlate or convolve"
    case .groups: "groups of channels"
    case .paint, .pen: "K: paint, pen down or up"
    case .change(let edit): help(edit)
    case .learningRate: "set the learning rate"
    case .raiseRate, .lowerRate: "learning rate × or ÷ 1.1"
    case .schedule: "learning rate schedule"
    case .optimizer: "SGD, momentum … AdamW"
    case .reduction: "sum or mean of squares"
    case .restart: "restart"
    case .seed: "new start from a seed"
    case .branch: "next branch"
    case .chart: "curves, why, branches"
    case .view: "run, surface, backward"
    case .backward: "backward: step by step"
    case .nextStage, .previousStage: "backward: stage by stage"
    case .zoomIn, .zoomOut: "surface: zoom in, out"
    case .pan: "surface: move the view"
    case .wholeSurface: "surface: the whole run"
    case .layers: "change the layers"
    case .inputSize: "change the image's size"
    case .own(let name): name
    }
  }

  private func label(_ edit: KernelEdit) -> String {
    switch edit {
    case .negate: "negate"
    case .transpose: "transpose"
    case .turn: "turn"
    case .rotate: "rotate"
    case .normalize: "normalize"
    case .clear: "clear"
    case .rings, .columns, .rows: "size"
    }
  }

  private func help(_ edit: KernelEdit) -> String {
    switch edit {
    case .negate, .transpose, .turn: "K: −K, Kᵀ, turn by 180°"
    case .rotate: "K: rotate by 90°, back"
    case .normalize, .clear: "K: divide by sum, clear"
    case .rings: "K: add, remove a ring"
    case .columns, .rows: "K: columns, rows ± 1"
    }
  }

  /// The page number of the help, and how to see the next page.
  func helpPage(_ page: Int, of count: Int) -> Line {
    [Span(" \(page) of \(count) ", .strong)]
      + (page < count ? [Span(" space turns the page ", .secondary)] : [])
  }

  // MARK: Questions

  func goToQuestion(_ timeline: Timeline, in kind: SceneKind) -> String {
    "go to \(kind.step(self)) (0–\(timeline.end / timeline.parts))"
  }

  func goToComplaint(_ timeline: Timeline) -> String {
    "use a whole number from 0 to \(timeline.end / timeline.parts)"
  }

  var kernelQuestion: String { "kernel (a name, a file, or rows as 0,1;2,3)" }
  var learningRateQuestion: String { "learning rate" }
  var scheduleQuestion: String { "schedule (constant, step:N:γ or cosine:N)" }
  var seedQuestion: String { "seed (a whole number)" }
  var layersQuestion: String { "layers" }
  var inputSizeQuestion: String { "image size (one number, or rows,columns)" }

  var nothingToUndo: String { "There is nothing to undo." }
  var nothingToRedo: String { "There is nothing to redo." }
  var outputIsComputed: String { "An output cannot be edited; change a cell of X or K instead." }

  func notOneNumber(_ answer: String) -> String {
    "“\(answer)” is not a valid number; use one such as 0.5 or -1"
  }

  func notALearningRate(_ answer: String) -> String {
    "“\(answer)” is not a learning rate; use a number above 0 such as 0.03"
  }

  func notASchedule(_ answer: String) -> String {
    "“\(answer)” is not a schedule; use constant, step:10:0.5 or cosine:100"
  }

  func notASeed(_ answer: String) -> String {
    "“\(answer)” is not a seed; use a whole number of 0 or more"
  }
}
