import Drawing

/// Where the parts of the screen stand, from its size alone.
struct ScreenLayout {
  static let smallest = Size(width: 40, height: 12)

  let header: Rect
  let body: Rect
  let transport: Rect
  let footer: Rect

  init(_ size: Size) {
    let isRoomy = size.height >= 30
    let page = Rect(size)
    header = Rect(row: 0, column: 0, width: size.width, height: 1)
    footer = Rect(row: size.height - 1, column: 0, width: size.width, height: 1)
    transport = Rect(
      row: size.height - (isRoomy ? 4 : 2), column: 0, width: size.width, height: 1)
    let margin = size.width < 60 ? 0 : 2
    body = page.inset(
      top: isRoomy ? 3 : 1, left: margin, bottom: isRoomy ? 5 : 2, right: margin)
  }
}

extension State {
  /// What the screen shows.
  func frame() -> Frame {
    var frame = Frame(size, style: look.page)
    let smallest = ScreenLayout.smallest
    guard size.width >= smallest.width, size.height >= smallest.height else {
      let lines = [Span(words.tooSmall(size, smallest), .strong)].folded(
        to: max(1, size.width))
      frame.write(lines, in: Rect(size), look)
      return frame
    }
    let layout = ScreenLayout(size)
    Header(scenes: scenes, current: current).draw(into: &frame, in: layout.header, look)
    scene.draw(into: &frame, in: layout.body, look)
    TransportBar(scene, rect: layout.transport, words).draw(into: &frame, look)
    if let helpPage {
      HelpOverlay(scene, in: size, words).draw(page: helpPage, into: &frame, look)
    }
    Footer(state: self).draw(into: &frame, in: layout.footer, look)
    return frame
  }
}
