import Drawing
import Model

/// The order in which the scene shows things: the image, the image transposed, and all at once.
extension EdgesScene: SceneWithCursor, SceneWithPointer {
  enum Act: Int { case image, transposed, all }

  /// The windows of the image and of the image transposed.
  private var counts: [Int] { slides.map(\.geometry.windowCount) }

  /// The steps before an act's own; one of them opens it.
  func start(of act: Act) -> Int {
    switch act {
    case .image: 0
    case .transposed: counts[0] + 1
    case .all: counts[0] + 1 + counts[1] + 1
    }
  }

  var act: Act {
    let step = timeline.step
    return step <= counts[0] ? .image : step < start(of: .all) ? .transposed : .all
  }

  func chapter(_ words: Words) -> String? {
    timeline.step == start(of: act) ? act == .all ? "X, Xᵀ" : act == .image ? "X" : "Xᵀ" : nil
  }

  /// Whether all windows of an act are computed.
  func isDone(_ act: Act) -> Bool {
    act != .all && timeline.step >= start(of: act) + counts[act.rawValue]
  }

  /// The act's slide at its place; nil where all stand side by side.
  var front: SlideScene? {
    guard act != .all else { return nil }
    var slide = slides[act.rawValue]
    slide.timeline.go(to: max(0, timeline.position - start(of: act) * timeline.parts))
    return slide
  }

  mutating func fitTimeline() {
    let step = timeline.step
    timeline.length = start(of: .all)
    if timeline.parts != geometry.productsPerWindow {
      timeline.parts = geometry.productsPerWindow
      timeline.go(toStep: step)
    } else {
      timeline.go(to: timeline.position)
    }
    follow()
  }

  mutating func follow() {
    timeline.row = slides[act == .transposed ? 1 : 0].geometry.columns.output
  }

  func positionText(_ words: Words) -> String {
    guard let front else { return words.allFour }
    return front.inputName + " " + front.positionText(words)
  }

  // MARK: The cursor and the mouse

  var hasCursor: Bool { front?.hasCursor ?? false }
  var isAtKernel: Bool { front?.isAtKernel ?? false }

  /// Changes the slide in front, and takes over what has become of it.
  mutating func changeFront(
    _ words: Words, _ change: (inout SlideScene) -> Response
  ) -> Response {
    guard let before = front else { return .done }
    let act = act
    var slide = before
    let response = change(&slide)
    var settings = settings
    let input = slide.settings.input
    settings.input = act == .transposed ? input.transposed : input
    settings.kernel = slide.settings.kernel
    slides[act.rawValue] = slide
    do {
      if before.isPainting, slide.isPainting {
        try show(settings)
      } else {
        try self.change(to: settings)
      }
    } catch {
      slides[act.rawValue] = before
      return .refused(words.sentence(error))
    }
    if slide.timeline.position != before.timeline.position {
      timeline.stop()
      timeline.go(to: start(of: act) * timeline.parts + slide.timeline.position)
    }
    return response
  }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    let hit = placed(in: rect, look).hit(point)
    if front == nil, let hit { return leave(hit) }
    _ = changeFront(look.words) { slide in
      slide.click(hit)
      return .done
    }
  }

  /// Goes from all four to the window of one of the two outputs that have acts of their own.
  private mutating func leave(_ hit: PaneGrid.Placed.Hit) {
    guard let act = [2: Act.image, 6: .transposed][hit.pane] else { return }
    timeline.stop()
    timeline.go(toStep: start(of: act))
    let shape = results[act == .image ? 0 : 2].output.matrix.shape
    timeline.go(toStep: timeline.step + hit.at.row * shape.columns + hit.at.column + 1)
  }

  mutating func drag(_ point: Point, in rect: Rect, _ look: Look) {
    let hit = placed(in: rect, look).hit(point)
    _ = changeFront(look.words) { slide in
      slide.drag(to: hit)
      return .done
    }
  }
}
