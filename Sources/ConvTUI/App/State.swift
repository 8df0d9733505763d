import Model

/// All that the program is at one moment: changed by events alone, drawn without being changed.
struct State: Sendable {
  private(set) var scenes: [any Scene]
  private(set) var current: Int
  private(set) var look: Look
  private(set) var size: Size
  private(set) var prompt: Prompt?
  /// A sentence that the next key takes away.
  private(set) var notice: String?
  private(set) var showsHelp = false

  init(scenes: [any Scene], current: Int = 0, look: Look, size: Size) {
    self.scenes = scenes
    self.current = current
    self.look = look
    self.size = size
    fitScenes()
  }

  private mutating func fitScenes() {
    let body = ScreenLayout(size).body.size
    for index in scenes.indices { scenes[index].fit(body) }
  }

  var scene: any Scene { scenes[current] }

  /// What the program has to do besides drawing.
  enum Request: Hashable, Sendable {
    case quit
    /// To quit because of the signal of this number.
    case end(Int32)
  }

  /// The time until the next tick, where something moves by itself.
  var nextTick: Duration? { scene.nextTick }

  /// The training that is wanted beside the screen, once its scene has been looked at.
  var training: (plan: TrainingPlan, order: TrainingOrder)? {
    scenes.lazy.compactMap { $0 as? TrainScene }.first { $0.isOpened }.map { ($0.plan, $0.order) }
  }

  /// Changes the state as an event asks.
  mutating func handle(_ event: Event) -> Request? {
    switch event {
    case .key(let key): return press(key)
    case .mouse(let mouse): click(mouse)
    case .resize(let size):
      self.size = size
      fitScenes()
    case .end(let number): return .end(number)
    case .tick(let time):
      for index in scenes.indices where index == current || scenes[index].goesOnUnseen {
        scenes[index].pass(time)
        scenes[index].follow()
      }
    case .exhibit(let exhibit):
      for index in scenes.indices { scenes[index].take(exhibit) }
    }
    return nil
  }

  private mutating func press(_ key: Key) -> Request? {
    notice = nil
    if prompt != nil {
      answer(key)
      return nil
    }
    if showsHelp {
      showsHelp = false
      return key == "q" ? .quit : nil
    }
    guard
      let binding = Bindings.binding(
        for: key, in: scene.name, view: scene.view, hasCursor: scene.hasCursor,
        isAtKernel: scene.isAtKernel)
    else { return nil }
    return perform(binding.action)
  }

  private mutating func perform(_ action: Action) -> Request? {
    switch action {
    case .quit: return .quit
    case .help: showsHelp = true
    case .theme: look.isLight.toggle()
    case .scene(let index):
      if !scenes[current].goesOnUnseen { scenes[current].timeline.stop() }
      current = index
      scenes[current].follow()
    case .goTo: prompt = Prompt(.goTo, Text.goToQuestion(scene.timeline))
    default:
      if scenes[current].timeline.perform(action) {
        scenes[current].follow()
        return nil
      }
      switch scenes[current].perform(action) {
      case .done: break
      case .refused(let sentence), .tells(let sentence): notice = sentence
      case .asks(let question): prompt = question
      case .opens(let settings, let output, let note): open(settings, at: output, note)
      }
    }
    return nil
  }

  /// Shows slide on other settings.
  private mutating func open(_ settings: SlideScene.Settings, at output: Position, _ note: String) {
    guard let index = scenes.firstIndex(where: { $0.name == .slide }),
      var slide = try? SlideScene(settings)
    else { return }
    slide.go(to: output)
    scenes[index] = slide
    _ = perform(.scene(index))
    notice = note
  }

  private mutating func answer(_ key: Key) {
    guard var prompt else { return }
    let answer = prompt.answer.replacing("−", with: "-")
    switch key {
    case .escape: self.prompt = nil
    case .enter:
      prompt.complaint =
        prompt.action == .goTo
        ? goTo(answer) : scenes[current].take(answer, for: prompt.action)
      self.prompt = prompt.complaint == nil ? nil : prompt
    default:
      prompt.type(key)
      self.prompt = prompt
    }
  }

  private mutating func goTo(_ answer: String) -> String? {
    let timeline = scene.timeline
    guard let step = Int(answer), (0...timeline.end / timeline.parts).contains(step) else {
      return Text.goToComplaint(timeline)
    }
    scenes[current].timeline.stop()
    scenes[current].timeline.go(toStep: step)
    scenes[current].follow()
    return nil
  }

  private mutating func click(_ mouse: Mouse) {
    guard prompt == nil, !showsHelp else { return }
    notice = nil
    switch mouse.action {
    case .wheelUp: _ = perform(.previous)
    case .wheelDown: _ = perform(.next)
    case .press:
      let layout = ScreenLayout(size)
      if layout.header.contains(mouse.at) {
        if let index = Header.tab(
          at: mouse.at, scenes, current: current, width: size.width)
        {
          _ = perform(.scene(index))
        }
      } else if layout.transport.contains(mouse.at) {
        let bar = TransportBar(scene, rect: layout.transport)
        if let step = bar.step(at: mouse.at.column) {
          scenes[current].timeline.stop()
          scenes[current].timeline.go(toStep: step)
          scenes[current].follow()
        }
      } else if layout.body.contains(mouse.at) {
        scenes[current].click(mouse.at, in: layout.body, look)
      }
    case .drag:
      let body = ScreenLayout(size).body
      if body.contains(mouse.at) { scenes[current].drag(mouse.at, in: body, look) }
    }
  }
}
