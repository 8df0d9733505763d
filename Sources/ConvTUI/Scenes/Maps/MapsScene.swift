import Drawing
import Formats
import Model

/// A picture and what every kernel of a bank makes of it.
struct MapsScene: SceneWithCursor, SceneInRoom {
  /// How numbers become colours.
  enum Contrast: String, CaseIterable, Sendable {
    /// Every map by its own numbers in sight.
    case each
    /// All maps by the largest of all.
    case shared
    /// Every map by the largest number that its kernel could give.
    case fixed
  }

  let kind = SceneKind.maps
  /// Maps and stacks are scenes of their own in one place.
  var helpViews: [SceneView] { [view] }
  var view: SceneView { isTakenApart ? .apart : .run }
  static let usualMaximumPixels = 250_000_000
  static let usualKernels = "sobel-x,sobel-y,laplacian,gaussian,sharpen"
  /// The step is the pane that is chosen; 0 is the picture.
  var timeline: Timeline
  private(set) var picture: Picture
  private(set) var kernels: [KernelBank]
  private(set) var filters: [MapFilter]
  private(set) var motion: MapMotion
  var contrast = Contrast.each
  var lens = MapViewport()
  /// Whether the chosen pane has the screen to itself.
  var isEnlarged = false
  /// A pixel of the picture, the same place in all panes.
  private(set) var cursor: Position?
  /// Whether the scene explains the number under the cursor, a sum over several channels.
  private(set) var isTakenApart = false
  private(set) var scroll = ExplanationDrawing.Scroll()
  /// The room that the scene has on the screen, and how that looks.
  private var body = Size(width: 100, height: 24)
  private(set) var look = Look()
  /// What is seen of the picture, read once for many frames.
  private(set) var patch: PicturePatch?
  /// The maps in all their numbers once they were seen from afar; none in it where they are too many.
  private var known: WholeMaps??
  var whole: WholeMaps? { known ?? nil }

  /// What the panes show, worked out once for many frames.
  private var seen: Shown?

  /// - Throws: Where a kernel does not fit the picture.
  init(
    _ picture: Picture, _ kernels: [KernelBank], _ motion: MapMotion = MapMotion()
  ) throws {
    self.picture = picture
    self.kernels = kernels
    self.motion = motion
    filters = try MapsScene.filters(kernels, motion, picture)
    timeline = Timeline(length: filters.count)
    fitTimeline()
  }

  private static func filters(
    _ kernels: [KernelBank], _ motion: MapMotion, _ picture: Picture
  ) throws -> [MapFilter] {
    let filters = try kernels.flatMap {
      try $0.filters(channels: picture.channels, groups: motion.groups)
    }
    for filter in filters {
      _ = try motion.convolution(filter).geometry(
        for: picture.shape(step: 1), largestOutput: .max)
    }
    return filters
  }

  /// Changes the kernels or how they move, if that fits the picture.
  mutating func change(to kernels: [KernelBank]? = nil, motion: MapMotion? = nil) throws {
    let (kernels, motion) = (kernels ?? self.kernels, motion ?? self.motion)
    filters = try MapsScene.filters(kernels, motion, picture)
    (self.kernels, self.motion, known, seen) = (kernels, motion, nil, nil)
    fitTimeline()
  }

  /// Looks at an image in another way, if the kernels fit that.
  mutating func read(as mode: ChannelMode) throws {
    let other = picture.read(as: mode)
    filters = try MapsScene.filters(kernels, motion, other)
    (picture, patch, known, seen) = (other, nil, nil, nil)
    fitTimeline()
  }

  /// Into how many they are divided.
  var groups: Int { motion.groups ?? kernels[0].usualGroups(of: picture.channels) }

  var pane: Int { timeline.step }
  var hasCursor: Bool { cursor != nil }
  func positionText(_ words: Words) -> String {
    timeline.step == 0 ? words.image : words.map(timeline.step, of: timeline.length)
  }

  func facts(_ words: Words) -> [String] {
    [
      "\(picture.rows)×\(picture.columns)" + (picture.channels > 1 ? "×\(picture.channels)" : ""),
      words.kernelCount(filters.count),
    ] + groupsText(words)
  }

  mutating func fit(_ body: Size, _ look: Look) {
    (self.body, self.look) = (body, look)
    fitTimeline()
  }

  mutating func fitTimeline() {
    timeline.length = filters.count
    timeline.row = grid.columns
    timeline.go(toStep: timeline.step)
    let grid = grid
    let sight = sight(grid, look)
    patch = patch(over: sight.rows, sight.columns, step: sight.step)
    if sight.step > 1 {
      if known == nil {
        known = .some(
          WholeMaps(of: picture, by: filters.compactMap { try? motion.convolution($0) }))
      }
      known??.look(sight.step)
    }
    seen = shown(in: grid, sight)
  }

  /// What the panes show.
  func shown(in grid: MapGrid, _ sight: Sight) -> Shown {
    let panes = panes(in: grid)
    if let seen, seen.isOf(panes, sight, contrast) { return seen }
    return Shown(of: self, panes, sight)
  }

  /// Where the panes stand in a room.
  func grid(in room: Size, _ look: Look) -> MapGrid {
    let shape = picture.shape(step: 1)
    let lines = MapsScene.textLines(in: room.height)
    func page(of count: Int) -> MapGrid {
      MapGrid(count: count, picture: shape, in: room, textLines: lines, look)
    }
    var grid = page(of: isEnlarged ? 1 : filters.count + 1)
    // Of a photograph in little room one map at a time stands beside the image.
    if !isEnlarged, MapsScene.lowRoom ~= room.height, look.fillsCells,
      grid.pixelsOfAnElement > MapsScene.mostPixels
    {
      grid = page(of: 2)
    }
    let isClose = lens.showsNumbers(fit: grid.fit)
    guard isClose || shape.rows <= room.height else { return grid }
    let numbers = grid.forNumbers(shape, in: room, textLines: lines, look)
    return isClose || numbers.holds(shape) ? numbers : grid
  }

  /// The heights of a room that is low for six maps, and the most pixels in a row that become one of them.
  private static let (lowRoom, mostPixels): (Range<Int>, Float) = (12..<24, 5)

  /// Whether the image and one map are a page.
  func isPaired(_ grid: MapGrid) -> Bool { grid.count == 2 && filters.count > 1 }

  /// Where they stand as far as keys go.
  var grid: MapGrid { grid(in: body, look) }

  /// The lines below the panes, with a free one above them; on a high screen a kernel stands beside them.
  static func textLines(in height: Int) -> Int { height < 12 ? 2 : height < 40 ? 4 : 10 }

  // MARK: Changing

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    let step = picture.step(from: lens.step(fit: grid.fit))
    switch action {
    case .enlarge: isEnlarged.toggle()
    case .leave:
      if isTakenApart {
        isTakenApart = false
      } else {
        if cursor == nil { isEnlarged = false }
        cursor = nil
      }
    case .pick: return takeApart(words)
    case .nextUnit: scroll.moveChannel(by: 1, of: picture.channels)
    case .previousUnit: scroll.moveChannel(by: -1, of: picture.channels)
    case .pan(let direction) where isTakenApart:
      if let apart = apart(words) { scroll.moveTap(direction, in: apart.extent) }
    case .nextPanel: cursor = cursor == nil ? center : nil
    case .move(let direction): move(direction, by: isTakenApart ? 1 : step)
    case .zoomIn: zoom(by: 1)
    case .zoomOut: zoom(by: -1)
    case .zoomReset: lens.reset()
    case .pan(let direction): pan(direction, step)
    case .kernel: return .asks(Prompt(.kernel, words.kernelsQuestion, present: textOfKernels))
    default: break
    }
    fitTimeline()
    return .done
  }

  /// Explains the number under the cursor of a pane.
  mutating func showApart(_ pane: Int) {
    timeline.go(toStep: pane)
    (isTakenApart, scroll) = (true, ExplanationDrawing.Scroll())
  }

  /// Ends the explanation if the cursor is not on a sum.
  mutating func follow() {
    isTakenApart = isTakenApart && cursor.flatMap { sum(under: $0, in: pane) } != nil
  }

  // MARK: Coming back

  /// Looks as it was looked once.
  mutating func restore(
    contrast: Contrast, isEnlarged: Bool, lens: MapViewport, cursor: Position?, isTakenApart: Bool,
    scroll: ExplanationDrawing.Scroll
  ) {
    (self.contrast, self.isEnlarged) = (contrast, isEnlarged)
    (self.isTakenApart, self.scroll) = (isTakenApart, scroll)
    self.lens = MapViewport(zoom: lens.zoom, center: lens.center.map(pixels.clamp))
    self.cursor = cursor.map(pixels.clamp)
    fitTimeline()
  }

  // MARK: Looking

  private var pixels: Block { Block(rows: 0..<picture.rows, columns: 0..<picture.columns) }

  /// The pixel in the middle of what is seen.
  var center: Position {
    lens.center ?? Position(row: picture.rows / 2, column: picture.columns / 2)
  }

  mutating func place(_ pixel: Position) {
    cursor = pixels.clamp(pixel)
  }

  /// Moves the cursor, and the view if the cursor leaves it; an explained number stays a sum.
  private mutating func move(_ direction: Direction, by step: Int) {
    guard let before = cursor else { return }
    let way = direction.moved(.zero) * step
    place(before + way)
    guard let cursor else { return }
    if isTakenApart, sum(under: cursor, in: pane) == nil { self.cursor = before }
    if !isInSight(cursor) { lens.center = cursor }
  }

  private mutating func zoom(by step: Int) {
    if let cursor { lens.center = cursor }
    let isWhole = lens.zoom == 0 && grid.showsNumbers
    lens.zoom(by: step, atMost: isWhole ? 0 : MapViewport.numbers(grid.fit))
  }

  /// Moves by a quarter of what is seen.
  private mutating func pan(_ direction: Direction, _ step: Int) {
    let size = grid.pane
    let way = direction.moved(.zero)
    lens.center = pixels.clamp(
      Position(
        row: center.row + way.row * max(1, size.height / 2 * step),
        column: center.column + way.column * max(1, size.width / 4 * step)))
  }
}
