extension Board {
  /// Panes in the first of some arrangements, with lines below them; where only another arrangement
  /// or fewer lines leave room for block digits, or at least for the whole of the panes, those. For
  /// tall cells half of the lines may go.
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
    /// The most lines from some on with which the panes fit so well.
    func board(_ grid: PaneGrid, from least: Int, _ goal: Fit) -> Board? {
      var found = Board(grid, text(least))
      guard found.fit(in: rect, look) >= goal else { return nil }
      var (enough, tooMany) = (least, heights.upperBound + 1)
      while tooMany - enough > 1 {
        let height = (enough + tooMany) / 2
        let board = Board(grid, text(height))
        if board.fit(in: rect, look) >= goal {
          (enough, found) = (height, board)
        } else {
          tooMany = height
        }
      }
      return found
    }
    let least = heights.lowerBound
    let half = tall ?? (least + heights.upperBound) / 2
    if fit < .blockDigits {
      for grid in grids {
        if let board = board(grid, from: least, .blockDigits) { return board }
      }
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

  private func fit(in rect: Rect, _ look: Look) -> Fit {
    let views = placed(in: rect, look).views
    guard views.allSatisfy({ $0.visible == $0.pane.extent }) else { return .parts }
    let large = views.filter { !$0.pane.isSmall }
    if look.hasBlocks, large.allSatisfy({ $0.digitScale(look) > 0 }) { return .blockDigits }
    return large.allSatisfy { $0.shape.verticalPitch > 1 } ? .tall : .whole
  }
}
