extension Board {
  /// Panes in the first of some arrangements, with lines below them; where only another arrangement
  /// or fewer lines leave room for larger block digits, or at least for the whole of the panes, those.
  /// For tall cells half of the lines may go, and for still larger block digits two thirds of those
  /// that need not stay.
  ///
  /// - Parameters:
  ///   - grids: The same panes in other rows and columns.
  ///   - heights: The lines that stay whatever the panes need, and those that are wanted.
  ///   - tall: The lines that stay for tall cells; half of them where it is nil.
  ///   - sums: What is written in block digits below the lines, where these leave room.
  ///   - text: The lines for a height.
  public static func fitting(
    _ grids: [PaneGrid], in rect: Rect, _ look: Look, heights: ClosedRange<Int>, tall: Int? = nil,
    sums: BlockSums = BlockSums([]), _ text: (_ height: Int) -> [Line]
  ) -> Placed {
    // For the back row numbers come first; words take what they leave.
    let layouts = sums.layouts(width: Board.textWidth(rect), look)
    if look.isLarge, heights.count > 1 {
      return large(grids, in: rect, look, heights: heights, layouts, text)
    }
    // On a high screen they are read from as far as the panes are.
    let high = layouts.map { $0.enlarged(toHeight: rect.height / Board.partOfSum) }
    let wanted = text(heights.upperBound)
    let foot = high.first.map { $0.height + 1 } ?? 0
    let area = PaneGrid.area(rect.inset(bottom: Board.gap(rect)))
    var arrangements = Arrangements(
      grids, in: area.size, look, heights: heights, count: wanted.count + foot)
    let (grid, height) = arrangements.best(tall: tall)
    let layout = (high + layouts).first { $0.height + heights.lowerBound <= height }
    let below = layout?.height ?? 0
    let lines = height - below < wanted.count ? text(height - below) : wanted
    let room = area.inset(bottom: min(height, lines.count + below))
    let sizes = arrangements.measures(of: grid).sizes(height: room.height)
    return Placed(grids[grid].placed(in: room, sizes), lines, layout, in: rect)
  }

  /// A sum takes no more than this part of the height.
  private static let partOfSum = 8

  /// For the back row numbers come first, and a sum in block digits; words take what they leave.
  private static func large(
    _ grids: [PaneGrid], in rect: Rect, _ look: Look, heights: ClosedRange<Int>,
    _ sums: [BlockSums.Layout], _ text: (_ height: Int) -> [Line]
  ) -> Placed {
    let least = heights.lowerBound
    func panes(above rows: Int) -> PaneGrid.Placed {
      let lines = [Line](repeating: [], count: rows)
      return fitting(grids, in: rect, look, heights: rows...rows) { _ in lines }.panes
    }
    let sum = sums.map(\.height).min()
    var placed = panes(above: sum.map { $0 - gap(rect) } ?? least)
    if sum != nil, !placed.hasBlocks(look) { placed = panes(above: least) }
    // A longer sum comes before taller digits, but not before wider ones.
    let scale = placed.digitScale(look)
    for layout in sums where layout.height > sum ?? 0 && scale > 0 {
      let lower = panes(above: layout.height - gap(rect))
      guard lower.digitScale(look) == scale else { continue }
      placed = lower
      break
    }
    let room = rect.rows.upperBound - placed.bottom
    let layout = sums.first { $0.height <= room }
    let rest = room - 1 - (layout.map { $0.height + 1 } ?? 0)
    let lines = layout == nil ? max(least, rest) : rest
    return Placed(
      placed, lines > 0 ? text(min(heights.upperBound, lines)) : [], layout, in: rect)
  }
}

/// The arrangements of a board's panes, among which the best is found.
private struct Arrangements {
  typealias Fit = PaneGrid.Measures.Fit

  /// The rank of digits in four times the smallest size.
  private static let veryLarge = 12

  private let grids: [PaneGrid]
  private let look: Look
  private let room: Size
  private var measured: [Int: PaneGrid.Measures] = [:]
  /// Those in which all panes have large numbers.
  private let large: [Int]
  private let height: Int
  /// The lines that stay, and those that are wanted.
  private let least, most: Int
  /// The lines that there are in the end.
  private let count: Int

  init(
    _ grids: [PaneGrid], in size: Size, _ look: Look, heights: ClosedRange<Int>, count: Int
  ) {
    (least, most) = (heights.lowerBound, heights.upperBound)
    (height, self.count) = (size.height, count)
    room = Size(width: size.width, height: size.height - min(least, count))
    (self.grids, self.look) = (grids, look)
    large = grids.indices.filter { !grids[$0].panes.joined().contains { $0?.isSmall ?? false } }
  }

  /// Measured when it is first asked about.
  mutating func measures(of grid: Int) -> PaneGrid.Measures {
    if let measures = measured[grid] { return measures }
    let measures = PaneGrid.Measures(grids[grid], in: room, look)
    measured[grid] = measures
    return measures
  }

  /// - Parameter tall: The lines that stay for tall cells; half of them where it is nil.
  mutating func best(tall: Int?) -> (grid: Int, lines: Int) {
    let fit = fit(0, lines: count)
    var found: (grid: Int, lines: Int)?
    if case .blockDigits(let rank) = fit {
      // From digits without room for an outline it is one step to those with it, and one to larger ones.
      // For slim ones, the next scale or those that are not.
      // Very large ones are seen from the back row; then the lines come first.
      let larger =
        rank >= Arrangements.veryLarge
        ? [] : rank == 1 ? [4, 2] : rank == 2 ? [5, 3] : [rank % 3 == 0 ? rank + 2 : rank + 1]
      for rank in larger where found == nil {
        found = first(of: large, .blockDigits(rank: rank), lines: least + (most - least) / 3)
      }
    } else {
      let all = Array(grids.indices)
      for rank in [3, 2, 1] where found == nil {
        found = first(of: all, .blockDigits(rank: rank), lines: least)
      }
      if found == nil, fit < .tall {
        found = first(of: [0], .tall, lines: tall ?? (least + most) / 2)
      }
      if found == nil, fit < .whole { found = first(of: all, .whole, lines: least) }
    }
    return found ?? (0, fit > .parts ? count : min(most, count))
  }

  private mutating func fit(_ grid: Int, lines: Int) -> Fit {
    measures(of: grid).fit(height: height - min(lines, count))
  }

  /// The first of some that fits well enough with so many lines, and the most lines with which it does.
  private mutating func first(
    of grids: [Int], _ goal: Fit, lines least: Int
  ) -> (grid: Int, lines: Int)? {
    for grid in grids where fit(grid, lines: least) >= goal {
      var (enough, tooMany) = (least, max(least, count) + 1)
      while tooMany - enough > 1 {
        let lines = (enough + tooMany) / 2
        if fit(grid, lines: lines) >= goal { enough = lines } else { tooMany = lines }
      }
      return (grid, enough)
    }
    return nil
  }
}
