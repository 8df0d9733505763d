import Drawing
import Model
import Terminal

/// Going to another scene with an example, beginning again, and coming back.
extension State {
  /// Where a visit to a scene came from, and the scene as it was before.
  struct Visit: Sendable {
    let from: Int
    let visited: Int
    let before: any Scene
  }

  /// Shows slide on other settings; Escape leads back.
  mutating func open(_ settings: SlideScene.Settings, at output: Position, _ note: String) {
    guard let index = scenes.firstIndex(where: { $0.kind == .slide }),
      var slide = try? SlideScene(settings)
    else { return }
    slide.go(to: output)
    visits.append(Visit(from: current, visited: index, before: scenes[index]))
    scenes[index] = slide
    show(scene: index)
    (notice, isNoticeGood) = (note + " " + words.escapeLeadsBack, true)
  }

  /// Shows a scene that a file holds in place of the one of its kind, which undo brings back.
  mutating func open(_ scene: any Scene) {
    guard let index = scenes.firstIndex(where: { $0.kind == scene.kind }) else { return }
    visits = []
    beforeReset[index] = scenes[index]
    scenes[index] = scene
    fitScenes()
    show(scene: index)
  }

  /// Asks for a file or an example.
  mutating func askForInput(present: String = "") {
    let question = scene is any SceneWithInput ? words.inputQuestion : words.fileQuestion
    ask(Prompt(.open, question, present: present))
  }

  /// Takes an example as the input.
  mutating func take(_ example: InputExample) -> String? { take(input: example.input) }

  /// Takes another input, or opens maps of it where the scene has none.
  mutating func take(input: Tensor) -> String? {
    guard var scene = scene as? any SceneWithInput else {
      do {
        let kernels = try MapsScene.kernels(MapsScene.usualKernels)
        open(try MapsScene(Picture(input), kernels))
        return nil
      } catch { return words.sentence(error) }
    }
    let complaint = scene.take(input: input, words)
    if complaint == nil { scenes[current] = scene }
    scenes[current].follow()
    return complaint
  }

  /// Goes back to where the last visit came from, with the visited scene as it was before.
  ///
  /// - Returns: False where there was no visit.
  mutating func endVisit() -> Bool {
    guard let visit = visits.popLast() else { return false }
    scenes[visit.visited] = visit.before
    show(scene: visit.from)
    return true
  }

  /// Brings scenes back to how they began; undo takes that back. A training starts again.
  mutating func reset(_ indices: [Int]) {
    visits = []
    let shown = current
    for index in indices {
      if scenes[index] is any JobOwner {
        guard index == shown else { continue }
        _ = perform(.restart)
      } else {
        beforeReset[index] = scenes[index]
        scenes[index] = began[index]
      }
    }
    fitScenes()
    scenes[current].follow()
    if notice == nil { (notice, isNoticeGood) = (words.asItBegan(all: indices.count > 1), true) }
  }

  /// Takes back the last change of the scene's settings, or does it again.
  mutating func takeBack(isAgain: Bool) {
    if var scene = scene as? any SceneWithUndo, scene.takeBack(isAgain: isAgain) {
      scenes[current] = scene
    } else if !isAgain, let before = beforeReset.removeValue(forKey: current) {
      scenes[current] = before
      fitScenes()
    } else {
      notice = isAgain ? words.nothingToRedo : words.nothingToUndo
      return
    }
    scenes[current].follow()
  }

  /// Begins to edit the number under the cursor where a key begins one.
  ///
  /// - Returns: False where it does not.
  mutating func beginEditing(with key: Key) -> Bool {
    guard case .character(let character) = key, character.isASCII,
      character.isNumber || character == "-",
      (scene as? any SceneWithCursor)?.isOnNumber == true,
      perform(.edit) == nil, prompt != nil
    else { return false }
    prompt?.type(key)
    return true
  }

  /// Asks for a value of a setting.
  mutating func ask(forSetting name: String) {
    guard let row = settingRows.first(where: { $0.name == name }) else {
      notice = words.noSetting(name, among: settingRows.map(\.name))
      return
    }
    switch row.domain {
    case .matrix: askForInput(present: row.typed)
    case .kernel: _ = perform(.kernel)
    default:
      var question = Prompt(.setting(row.name), row.label, present: row.typed)
      question.remark = row.purpose
      ask(question)
    }
  }
}
