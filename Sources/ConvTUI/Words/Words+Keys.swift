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

  /// What a key does, for the help; keys that belong together say the same.
  func help(_ action: Action, in kind: SceneKind) -> String {
    kind.words(self)(action)?.help ?? help(action)
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
    case .help: "help"
    case .quit: "quit"
    default: nil
    }
  }

  private func help(_ action: Action) -> String {
    switch action {
    case .quit: "quit"
    case .help: "this help"
    case .scene: "the scenes"
    case .play: "play or pause"
    case .next, .previous: "one step on or back"
    case .nextPart, .previousPart: "one multiplication"
    case .nextRow, .previousRow: "one row on or back"
    case .first, .last: "start, end"
    case .goTo: "go to a step"
    case .faster, .slower: "play faster, slower"
    case .theme: "dark or light"
    case .figure, .session: "a figure, a session"
    case .nextPanel, .previousPanel: "into a panel"
    case .move: "the cell in a panel"
    case .pick: "edit it, or go there"
    case .leave: "leave the panel"
    case .back: "back to the maps"
    case .enlarge: "enlarge, without cursor"
    case .contrast: "how colours are chosen"
    case .erase: "erase the drawing"
    case .nextUnit, .previousUnit:
      "next unit of the layer"
    case .nextSample, .previousSample: "next sample, or back"
    case .drawSample: "draw a sample"
    case .smoothing: "smooth the curves"
    case .logarithmic: "log or linear loss"
    case .edit: "edit a cell"
    case .undo, .redo: "undo, redo"
    case .kernel: "kernel by name or file"
    case .nextKernel, .previousKernel: "through named kernels"
    case .moreStride, .lessStride: "stride more, less"
    case .morePadding, .lessPadding: "padding more, less"
    case .moreDilation, .lessDilation: "dilation more, less"
    case .paddingMode: "padding mode"
    case .bias: "bias of every output"
    case .operation: "correlate or convolve"
    case .groups: "groups of channels"
    case .paint, .pen: "K: paint, pen down or up"
    case .change(let edit): help(edit)
    case .learningRate: "set the learning rate"
    case .raiseRate, .lowerRate: "learning rate × or ÷ 1.1"
    case .schedule: "schedule of the rate"
    case .optimizer: "SGD, momentum … AdamW"
    case .reduction: "sum or mean of squares"
    case .restart: "restart"
    case .seed: "another start, by seed"
    case .branch: "next branch"
    case .chart: "curves, why, branches"
    case .view: "run, surface, backward"
    case .backward: "backward: step on, back"
    case .nextStage, .previousStage: "backward: stage by stage"
    case .zoomIn, .zoomOut: "surface: closer, farther"
    case .pan: "surface: move the view"
    case .wholeSurface: "surface: all of the run"
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
    case .rings: "K: a ring more, less"
    case .columns, .rows: "K: columns, rows ± 1"
    }
  }

  /// Which page of the help it is, and that there are more.
  func helpPage(_ page: Int, of count: Int) -> Line {
    [Span(" \(page) of \(count) ", .strong)]
      + (page < count ? [Span(" space turns the page ", .secondary)] : [])
  }

  // MARK: Questions

  func goToQuestion(_ timeline: Timeline, in kind: SceneKind) -> String {
    "go to \(kind.step(self)) (0–\(timeline.end / timeline.parts))"
  }

  func goToComplaint(_ timeline: Timeline) -> String {
    "a whole number from 0 to \(timeline.end / timeline.parts) is needed"
  }

  var kernelQuestion: String { "kernel (a name, a file, or rows as 0,1;2,3)" }
  var learningRateQuestion: String { "learning rate" }
  var scheduleQuestion: String { "schedule (constant, step:N:γ or cosine:N)" }
  var seedQuestion: String { "seed (a whole number)" }
  var layersQuestion: String { "layers" }
  var inputSizeQuestion: String { "image size (one number, or rows,columns)" }

  var nothingToUndo: String { "There is nothing to undo." }
  var nothingToRedo: String { "There is nothing to redo." }
  var outputIsComputed: String { "An output is computed: change a cell of X or of K instead." }

  func notOneNumber(_ answer: String) -> String {
    "“\(answer)” is not a number that works; one such as 0.5 or -1 is needed"
  }

  func notALearningRate(_ answer: String) -> String {
    "“\(answer)” is not a learning rate; a number above 0 such as 0.03 is needed"
  }

  func notASchedule(_ answer: String) -> String {
    "“\(answer)” is not a schedule; constant, step:10:0.5 or cosine:100 would work"
  }

  func notASeed(_ answer: String) -> String {
    "“\(answer)” is not a seed; a whole number from 0 on is needed"
  }
}
