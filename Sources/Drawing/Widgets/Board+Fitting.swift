extension Board {
  /// Panes in the first of some arrangements, with lines below them; where only another arrangement
  /// or fewer lines leave room for block digits, or at least for the whole of the panes, those.
  ///
  /// - Parameters:
  ///   - grids: The same panes in other rows and columns.
  ///   - heights: The lines that stay whatever the panes need, and those that are wanted.
  ///   - text: The lines for a height.
  public static func fitting(
    _ grids: [PaneGrid], in rect: Rect, _ look: Look, heights: ClosedRange<Int>,
    _ text: (_ height: Int) -> [Line]
  ) -> Board {
    let wanted = Board(grids[0], text(heights.upperBound))
    let fit = wanted.fit(in: rect, look)
    guard fit < .blockDigits else { return wanted }
    let least = grids.map { Board($0, text(heights.lowerBound)) }
    let fits = least.map { $0.fit(in: rect, look) }
    guard let best = fits.max(), best > fit, let index = fits.firstIndex(of: best) else {
      return wanted
    }
    for height in heights.reversed() {
      let board = Board(grids[index], text(height))
      if board.fit(in: rect, look) == best { return board }
    }
    return least[index]
  }

  /// How well the panes fit.
  private enum Fit: Int, Comparable {
    case parts, whole, blockDigits

    static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
  }

  private func fit(in rect: Rect, _ look: Look) -> Fit {
    let views = placed(in: rect, look).views
    guard views.allSatisfy({ $0.visible == $0.pane.extent }) else { return .parts }
    return look.hasBlocks && views.allSatisfy { $0.pane.isSmall || $0.digitScale(look) > 0 }
      ? .blockDigits : .whole
  }
}
