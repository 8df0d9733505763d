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
    case .shift(let arrow): "⇧" + name(of: arrow)
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "⇧Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    }
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
    case .hide: "hide results"
    case .reset: "begin again"
    case .resetAll: "begin all again"
    case .open: "open"
    case .nextItem: "next"
    case .previousItem: "before"
    case .zoomReset: "all in sight"
    case .paint: "paint the number"
    case .pen: "pen down or up"
    case .seed: "seed"
    case .restart: "start again here"
    case .figure: "figure"
    case .session: "session"
    case .change(let edit): title(edit)
    case .undo: "undo"
    case .redo: "redo"
    case .zoomIn: "closer"
    case .zoomOut: "farther"
    case .previousPanel: "panel before"
    case .previousUnit: "unit before"
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
    case .erase: "erase"
    case .pick: "choose"
    case .enlarge: "enlarge"
    case .leave: "leave"
    case .goTo: "go to"
    case .edit: "edit"
    case .kernel: "kernel"
    case .restart: "restart"
    case .seed: "seed"
    case .branch: "branch"
    case .view: "view"
    case .backward: "backward"
    case .nextStage, .previousStage: "stage"
    case .zoomIn, .zoomOut: "zoom"
    case .pan: "move"
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
    case .settings: "the scene's settings"
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
    case .hide: "hide or show results"
    case .open: "open a file or example"
    case .reset: "as the scene began"
    case .resetAll: "all scenes as they began"
    case .figure, .session: "save figure or session"
    case .nextPanel, .previousPanel: "next or previous panel"
    case .move: "move in the panel"
    case .pick: "edit or go to the cell"
    case .leave: "leave the panel"
    case .enlarge: "enlarge (no cursor)"
    case .erase: "erase the drawing"
    case .nextUnit, .previousUnit:
      "next or previous unit"
    case .edit: "edit a cell"
    case .undo, .redo: "undo, redo"
    case .kernel: "kernel by name or file"
    case .nextItem, .previousItem: "next or previous kernel"
    case .zoomReset: "the whole run"
    case .paint, .pen: "K: paint, pen down or up"
    case .change(let edit): help(edit)
    case .restart: "restart"
    case .seed: "new start from a seed"
    case .branch: "next branch"
    case .view: "run, surface, backward"
    case .backward: "backward: step by step"
    case .nextStage, .previousStage: "backward: stage by stage"
    case .zoomIn, .zoomOut: "surface: zoom in, out"
    case .pan: "surface: move the view"
    }
  }

  private func title(_ edit: KernelEdit) -> String {
    switch edit {
    case .negate: "negate K"
    case .transpose: "transpose K"
    case .turn: "turn K by 180°"
    case .rotate(let isClockwise): isClockwise ? "rotate K right" : "rotate K left"
    case .normalize: "normalize K"
    case .clear: "clear K"
    case .rings(let count): count > 0 ? "grow K" : "shrink K"
    case .columns(let count): count > 0 ? "add a column to K" : "drop a column of K"
    case .rows(let count): count > 0 ? "add a row to K" : "drop a row of K"
    }
  }

  private func help(_ edit: KernelEdit) -> String {
    switch edit {
    case .negate: "−K"
    case .transpose: "Kᵀ: rows become columns"
    case .turn: "as a convolution turns it"
    case .rotate: "by 90°"
    case .normalize: "divide by the sum"
    case .clear: "all weights become 0"
    case .rings: "a ring of zeros around it"
    case .columns: "at its right end"
    case .rows: "at its lower end"
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
  var seedQuestion: String { "seed (a whole number)" }

  var nothingToUndo: String { "There is nothing to undo." }
  var nothingToRedo: String { "There is nothing to redo." }
  var outputIsComputed: String { "An output cannot be edited; change a cell of X or K instead." }

  func notOneNumber(_ answer: String) -> String {
    "“\(answer)” is not a valid number; use one such as 0.5 or -1"
  }

  func notASchedule(_ answer: String) -> String {
    "“\(answer)” is not a schedule; use constant, step:10:0.5 or cosine:100"
  }

  func notASeed(_ answer: String) -> String {
    "“\(answer)” is not a seed; use a whole number of 0 or more"
  }
}
