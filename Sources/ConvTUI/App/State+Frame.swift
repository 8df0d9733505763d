import Drawing

/// Where the parts of the screen stand, from its size alone.
struct ScreenLayout {
  static let smallest = Size(width: 40, height: 12)

  let header: Rect
  let body: Rect
  /// What a lesson says, below the body.
  let lesson: Rect
  /// Where the main settings of the scene stand.
  let strip: Rect
  let transport: Rect
  let footer: Rect

  /// - Parameters:
  ///   - hasStrip: Whether a line is kept for settings.
  ///   - lessonHeight: The lines that are kept for a lesson.
  ///   - isLarge: Whether only the timeline stands beside the body and the lesson.
  init(_ size: Size, hasStrip: Bool = false, lessonHeight: Int = 0, isLarge: Bool = false) {
    if isLarge {
      let whole = Rect(size).inset(bottom: 1)
      transport = Rect(size).inset(top: size.height - 1)
      (header, footer, strip) = (
        whole.inset(top: whole.height), transport, Rect(size).inset(top: size.height)
      )
      body = whole.inset(bottom: lessonHeight)
      lesson = whole.inset(top: whole.height - lessonHeight)
      return
    }
    let (isRoomy, isSpacious) = (size.height >= 30, size.height >= 40)
    let page = Rect(size)
    header = Rect(row: 0, column: 0, width: size.width, height: 1)
    footer = Rect(row: size.height - 1, column: 0, width: size.width, height: 1)
    transport = Rect(
      row: size.height - (isSpacious ? 3 : 2), column: 0, width: size.width, height: 1)
    strip = Rect(
      row: transport.row - (isSpacious ? 2 : 1), column: 2, width: max(0, size.width - 4),
      height: hasStrip ? 1 : 0)
    let margin = size.width < 60 ? 0 : 2
    let whole = page.inset(
      top: isRoomy ? 2 : 1, left: margin,
      bottom: (isSpacious ? 4 : 2) + (hasStrip ? isSpacious ? 2 : 1 : 0), right: margin)
    // Block digits stand free of the box below them.
    let gap = lessonHeight > 0 && isRoomy ? 1 : 0
    body = whole.inset(bottom: lessonHeight + gap)
    lesson = whole.inset(top: whole.height - lessonHeight)
  }
}

extension State {
  var layout: ScreenLayout { layout(of: scene) }

  /// With a line for settings where a scene has some that matter most, or with a lesson's box.
  func layout(of scene: any Scene) -> ScreenLayout {
    let (width, most) = (size.width - 8, size.height / 2 - 2)
    if let following {
      return ScreenLayout(
        size, lessonHeight: FollowBox(following, words).height(width: width, most: most),
        isLarge: look.isLarge)
    }
    guard let lesson else {
      return ScreenLayout(
        size, hasStrip: (scene as? any SceneWithSettings)?.hasMainSettings ?? false,
        lessonHeight: hasQuiz(in: scene) ? QuizBox.height(screen: size.height) : 0,
        isLarge: look.isLarge)
    }
    let box = LessonBox(run: lesson, words: words)
    return ScreenLayout(
      size, lessonHeight: box.height(width: width, most: most), isLarge: look.isLarge)
  }

  /// The scene's drawing alone, cut to what is drawn, with its legend below.
  func drawing() -> Frame {
    let body = layout.body
    guard size.width >= ScreenLayout.smallest.width, size.height >= ScreenLayout.smallest.height
    else { return frame() }
    var whole = Frame(size, style: look.page)
    scene.draw(into: &whole, in: body, sceneLook)
    let empty = Cell(style: look.page)
    let rows = body.rows.filter { row in whole.row(row).contains { $0 != empty } }
    let columns = body.columns.filter { column in
      body.rows.contains { whole[$0, column] != empty }
    }
    let meaning = scene.legend(words)
    let legend = LegendStrip(meaning)
    let (first, left) = (rows.first ?? body.row, columns.first ?? body.column)
    let drawn = (rows.last ?? first) - first + 1
    let width = max((columns.last ?? left) - left + 1, legend.width)
    let (margin, indent) = (1, 2)
    var frame = Frame(
      Size(width: width + 2 * indent, height: drawn + 2 * margin + 2), style: look.page)
    for row in 0..<drawn {
      for column in 0..<min(width, size.width - left) {
        frame[row + margin, column + indent] = whole[first + row, left + column]
      }
    }
    if meaning.isShown {
      legend.draw(at: Point(row: margin + drawn + 1, column: indent), into: &frame, look)
    }
    return frame
  }

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
    let layout = self.layout
    if !look.isLarge {
      Header(scenes: scenes, current: current, lesson: lesson).draw(
        into: &frame, in: layout.header, look)
      SettingsStrip(scene, in: layout.strip, words).draw(into: &frame, look)
    }
    scene.draw(into: &frame, in: uncovered(layout.body), sceneLook)
    drawMarks(into: &frame)
    if overlay == nil { drawPointer(into: &frame, in: layout.body) }
    if let following {
      FollowBox(following, words).draw(into: &frame, in: layout.lesson, look)
    } else if let lesson {
      LessonBox(run: lesson, words: words).draw(into: &frame, in: layout.lesson, look)
    } else if hasQuiz(in: scene) {
      QuizBox(state: self).draw(into: &frame, in: layout.lesson, look)
    }
    TransportBar(scene, rect: layout.transport, look).draw(into: &frame, look)
    switch overlay {
    case .help(let page):
      helpOverlay.draw(page: page, into: &frame, look)
    case .settings(let panel):
      (settingsSheet ?? sheet(of: panel)).draw(
        settingRows, selected: panel.selected, refusal: isNoticeGood ? nil : notice,
        into: &frame, look)
    case .commands(let list):
      CommandPage(list, commands(for: list), in: size).draw(into: &frame, look)
    case nil: break
    }
    if !look.isLarge || prompt != nil || notice != nil || overlay != nil {
      Footer(state: self).draw(into: &frame, in: layout.footer, look)
    }
    return frame
  }

  /// Outlines the cell under the pointer, or where there is none, the pointer's own place.
  private func drawPointer(into frame: inout Frame, in body: Rect) {
    guard look.isLarge, let pointer, body.contains(pointer) else { return }
    let views = (scene as? any SceneWithCells)?.views(in: body, look) ?? []
    guard !views.contains(where: { $0.drawPointer(at: pointer, into: &frame, look) }) else {
      return
    }
    let ring = Rect(row: pointer.row - 1, column: pointer.column - 2, width: 5, height: 3)
    BoxLines.drawFrame(ring, sidesOnly: false, into: &frame, look.style(.warning))
  }
}
