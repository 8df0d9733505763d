import Drawing
import Model
import Terminal

/// All that the program is at one moment: changed by events alone, drawn without being changed.
struct State: Sendable {
  var scenes: [any Scene]
  private(set) var current: Int
  private(set) var look: Look
  private(set) var size: Size
  var prompt: Prompt?
  /// The answers to questions so far, by what they were for.
  var histories: [Action: AnswerHistory] = [:]
  /// A sentence that the next key takes away.
  var notice: String?
  /// The files of the present folder that may be opened, as the list of commands found them.
  var files: [String] = []
  /// Whether the notice tells of something that went well.
  var isNoticeGood = false
  /// What lies over the scene; nil where nothing does.
  var overlay: Overlay?
  /// Where the settings stand while they are open, as of the last event.
  private(set) var settingsSheet: SettingsSheet?
  /// The scenes as the program began.
  let began: [any Scene]
  /// The scenes as they were before they began again.
  var beforeReset: [Int: any Scene] = [:]
  /// The lesson that is gone through.
  var lesson: LessonRun?
  /// What was found of hidden results without one.
  var quiz = Quiz()
  /// The one who is followed.
  var following: Following?
  /// Where the mouse is while that is shown.
  var pointer: Point?
  /// What a visit to another scene comes back to.
  var visits: [Visit] = []
  /// Counts the events after which the screen may look otherwise.
  private(set) var changes = 0

  init(scenes: [any Scene], current: Int = 0, look: Look, size: Size) {
    self.scenes = scenes
    began = scenes
    self.current = current
    self.look = look
    self.size = size
    fitScenes()
  }

  mutating func fitScenes() {
    for index in scenes.indices {
      guard var scene = scenes[index] as? any SceneInRoom else { continue }
      let body = layout(of: scene).body
      scene.fit((index == current ? uncovered(body) : body).size, look)
      scenes[index] = scene
    }
  }

  var scene: any Scene { scenes[current] }

  var words: Words { look.words }

  /// The same with other colours.
  func colored(_ depth: ColorDepth) -> State {
    var state = self
    state.look.depth = depth
    state.fitScenes()
    return state
  }

  /// The time until the next tick, where something moves by itself.
  var nextTick: Duration? { scene.nextTick.map { $0 * motion } }

  /// How many times as long a step takes as it says.
  private var motion: Int { look.isLarge ? 2 : 1 }

  /// The scenes that have work done beside the screen.
  var jobOwners: [any JobOwner] { scenes.compactMap { $0 as? any JobOwner } }

  /// Changes the state as an event asks.
  mutating func handle(_ event: Event) -> Request? {
    if case .input(let input) = event { return handle(input) }
    defer { placeSettings() }
    if case .tick = event, scene.isStill {} else { changes += 1 }
    switch event {
    case .input: break
    case .tick(let time):
      for index in scenes.indices where index == current || goesOnUnseen(index) {
        scenes[index].pass(time / motion)
        scenes[index].follow()
      }
    case .report(let report):
      for index in scenes.indices {
        guard let owner = scenes[index] as? any JobOwner else { continue }
        scenes[index] = owner.receiving(report)
      }
    case .answer(let sentence, let isGood):
      if !isGood, prompt != nil {
        prompt?.complaint = sentence
      } else {
        (notice, isNoticeGood) = (sentence, isGood)
      }
    case .kernels(let kernels, let note): take(kernels, note: note)
    case .opened(let opened, let note): take(opened, note: note)
    case .completions(let word, let candidates):
      let words = words
      prompt?.complete(word, with: candidates, words)
    case .files(let files): self.files = files
    case .remote(let action):
      (notice, isNoticeGood) = (nil, false)
      return perform(action)
    case .shared(let view): follow(view)
    case .lesson(let result, let file): reread(result, of: file)
    }
    return nil
  }

  /// Changes the state as a person or the system asks.
  mutating func handle(_ input: Input) -> Request? {
    changes += 1
    defer {
      noteLookingAround(after: input)
      placeSettings()
    }
    switch input {
    case .key(let key): return press(key)
    case .mouse(let mouse): return point(mouse)
    case .paste(let text): paste(text)
    case .resize(let size):
      self.size = size
      fitScenes()
    case .end(let number): return .end(number)
    }
    return nil
  }

  /// Places the settings anew where they are open, and the scene in the rest.
  private mutating func placeSettings() {
    let room = uncovered(layout.body)
    if case .settings(let panel) = overlay {
      settingsSheet = sheet(of: panel)
    } else {
      settingsSheet = nil
    }
    if uncovered(layout.body) != room { fitScenes() }
  }

  private mutating func press(_ key: Key) -> Request? {
    if case .control = key, prompt == nil, overlay == nil { return nil }
    (notice, isNoticeGood) = (nil, false)
    if prompt != nil { return answer(key) }
    if let overlay { return press(key, on: overlay) }
    if lesson == nil ? solve(key) : writeAnswer(key) { return nil }
    return pressInScene(key)
  }

  /// Does what a key does in the scene.
  mutating func pressInScene(_ key: Key) -> Request? {
    if beginEditing(with: key) { return nil }
    if let index = guest(of: key) { return perform(.scene(index)) }
    guard let binding = Bindings.binding(for: key, in: scene, after: lessonBindings) else {
      if key == .escape, endVisit() { return nil }
      notice = words.nothingHere(key)
      return nil
    }
    // Whoever types an answer twice must not land in another scene.
    if case .scene = binding.action, lesson?.question != nil {
      notice = words.nothingHere(key)
      return nil
    }
    return perform(binding.action)
  }

  /// The scene behind those of the program that a digit leads to, where it was started.
  private func guest(of key: Key) -> Int? {
    guard case .character(let character) = key, let number = character.wholeNumberValue,
      character.isASCII, lesson == nil, number > SceneKind.allCases.count,
      scenes.indices.contains(number - 1)
    else { return nil }
    return number - 1
  }

  mutating func perform(_ action: Action) -> Request? {
    switch action {
    case .quit: return .quit
    case .help: overlay = .help(page: 0)
    case .settings:
      if scene is any SceneWithSettings {
        overlay = .settings(SettingsPanel())
      } else {
        notice = words.noSettings
      }
    case .commands:
      overlay = .commands(CommandList())
      return .findFiles
    case .lessonNext: goInLesson(by: 1)
    case .lessonBack: goInLesson(by: -1)
    case .lessonAnswer: showAnswer()
    case .lessonRestart: restartLesson()
    case .checkAnswer: _ = writeAnswer(.enter)
    case .leaveAnswer: lesson?.attempt?.leaveField()
    case .catchUp: catchUp()
    case .undo, .redo: takeBack(isAgain: action == .redo)
    case .theme: look.isLight.toggle()
    case .large: toggleLarge()
    case .play where look.isCalm: return perform(.next)
    case .hide, .showAll:
      if following?.hidesResults == true {
        notice = words.teacherHides
      } else {
        look.hidesResults.toggle()
        quiz = Quiz()
        fitScenes()
      }
    case .mark: lesson?.attempt?.marking?.toggle()
    case .answer: notice = words.typeTheAnswer
    case .reset: reset([current])
    case .resetAll: reset(Array(scenes.indices))
    case .open: askForInput()
    case .setting(let name): ask(forSetting: name)
    case .scene(let index):
      visits = []
      show(scene: index)
    case .goTo: ask(Prompt(.goTo, words.goToQuestion(stepNumbers, in: scene.kind)))
    case .figure: ask(Prompt(.figure, words.figureQuestion))
    case .session:
      do throws(FigureError) {
        try scene.check(.session)
        ask(Prompt(.session, words.sessionQuestion))
      } catch { notice = words.sentence(error) }
    default:
      let before = scene.timeline
      if scenes[current].timeline.perform(action) {
        if scene.timeline == before { (notice, isNoticeGood) = (words.atTheEnd(action), true) }
        scenes[current].follow()
        return nil
      }
      heed(scenes[current].perform(action, words))
    }
    return nil
  }

  /// Goes on as a scene responds.
  mutating func heed(_ response: Response) {
    switch response {
    case .done: break
    case .refused(let sentence): notice = sentence
    case .tells(let sentence): (notice, isNoticeGood) = (sentence, true)
    case .asks(let question): ask(question)
    case .opens(let settings, let output, let note): open(settings, at: output, note)
    }
  }

  private mutating func toggleLarge() {
    look.isLarge.toggle()
    pointer = nil
    if look.isLarge { (notice, isNoticeGood) = (words.largeLeadsBack, true) }
    fitScenes()
  }

  mutating func hideResults(_ isHidden: Bool) { look.hidesResults = isHidden }

  mutating func show(scene index: Int) {
    if !goesOnUnseen(current) { scenes[current].timeline.stop() }
    current = index
    scenes[current].follow()
  }

  /// Goes to a step and stays there.
  mutating func show(step: Int) {
    scenes[current].timeline.stop()
    scenes[current].timeline.go(toStep: step)
    scenes[current].follow()
  }

  // MARK: What only some scenes can do

  private func goesOnUnseen(_ index: Int) -> Bool {
    (scenes[index] as? any JobOwner)?.hasJob ?? false
  }

  mutating func take(_ answer: String, for action: Action) -> String? {
    if case .setting(let name) = action { return set(name, typed: answer) }
    guard var scene = scene as? any SceneWithQuestions else { return nil }
    defer { scenes[current] = scene }
    return scene.take(answer, for: action, words)
  }

  mutating func take(_ kernels: [GivenKernel]) -> String? {
    guard var scene = scene as? any SceneWithKernels else { return nil }
    defer { scenes[current] = scene }
    return scene.take(kernels, words)
  }

  mutating func point(_ body: (inout any SceneWithPointer) -> Void) {
    guard var scene = scene as? any SceneWithPointer else { return }
    body(&scene)
    scenes[current] = scene
  }
}
