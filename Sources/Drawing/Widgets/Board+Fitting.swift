extension Board {
  /// Panes in the first of some arrangements, with lines below them; where only another arrangement
  /// or fewer lines leave room for block digits, or at least for the whole of the panes, those. For
  /// tall cells half of the lines may go, and for larger block digits two thirds of those that need not
  /// stay.
  ///
  /// - Parameters:
  ///   - grids: The same panes in other rows and columns.
  ///   - heights: The lines that stay whatever the panes need, and those that are wanted.
  ///   - tall: The lines that stay for tall cells; half of them where it is nil.
  ///   - text: The lines for a height.
  public static func fitting(
    _ grids: [PaneGrid], in rect: Rect, _ look: Look, heights: ClosedRange<Int>, tall: Int? = nil,
    _ text: (_ height: Int) -> [Line]
  ) -> Board {
    let wanted = Board(grids[0], text(heights.upperBound))
    let fit = wanted.fit(in: rect, look)
    /// The most lines from some on with which the panes fit well enough.
    func board(_ grid: PaneGrid, from least: Int, _ isGood: (Board) -> Bool) -> Board? {
      var found = Board(grid, text(least))
      guard isGood(found) else { return nil }
      var (enough, tooMany) = (least, heights.upperBound + 1)
      while tooMany - enough > 1 {
        let height = (enough + tooMany) / 2
        let board = Board(grid, text(height))
        if isGood(board) { (enough, found) = (height, board) } else { tooMany = height }
      }
      return found
    }
    func board(_ grid: PaneGrid, from least: Int, _ goal: Fit) -> Board? {
      board(grid, from: least) { $0.fit(in: rect, look) >= goal }
    }
    let least = heights.lowerBound
    let half = tall ?? (least + heights.upperBound) / 2
    if fit == .blockDigits {
      let scale = wanted.scale(in: rect, look)
      let fewer = least + (heights.upperBound - least) / 3
      return board(grids[0], from: fewer) { $0.scale(in: rect, look) > scale } ?? wanted
    }
    for grid in grids {
      if let board = board(grid, from: least, .blockDigits) { return board }
    }
    if fit < .tall, let board = board(grids[0], from: half, .tall) { return board }
    if fit < .whole {
      for grid in grids {
        if let board = board(grid, from: least, .whole) { return board }
      }
    }
    return wanted
  }

  /// How well the panes fit.
  private enum Fit: Int, Comparable {
    /// Tall cells have two rows, or lines around them.
    case parts, whole, tall, blockDigits

    static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
  }

  /// The scale of the smallest block digits.
  private func scale(in rect: Rect, _ look: Look) -> Int {
    let large = placed(in: rect, look).views.filter { !$0.pane.isSmall }
    return large.map { $0.digitScale(look) }.min() ?? 0
  }

  private func fit(in rect: Rect, _ look: Look) -> Fit {
    let views = placed(in: rect, look).views
    guard views.allSatisfy({ $0.visible == $0.pane.extent }) else { return .parts }
    let large = views.filter { !$0.pane.isSmall }
    if look.hasBlocks, large.allSatisfy({ $0.digitScale(look) > 0 }) { return .blockDigits }
    return large.allSatisfy { $0.shape.verticalPitch > 1 } ? .tall : .whole
  }
}
