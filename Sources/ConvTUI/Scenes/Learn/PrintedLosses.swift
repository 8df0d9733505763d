import Drawing

/// The losses that the chapter prints: those before each second update, on one line.
struct PrintedLosses {
  /// The length of the run, and the updates done.
  let length, now: Int
  /// The loss before an update as it is printed; hidden where the update is still to come.
  let loss: (_ epoch: Int) -> String
  let words: Words

  /// How much is written around a number.
  private enum Manner {
    /// As the chapter prints it: "epoch 2, loss 12.452".
    case whole
    /// With the number of its epoch: "2: 12.452"; the latest whole.
    case numbered
    case bare
  }

  /// All losses as they are printed, or with less around them; of many, the first and some at even
  /// distances. The latest stands out.
  func line(width: Int) -> Line {
    guard length >= 2 else { return [] }
    // Bare numbers tell enough only where there is room for little else.
    let manners: [(Manner, gap: Int)] =
      [(.whole, 3), (.whole, 2), (.numbered, 3), (.numbered, 2)] + (width < 60 ? [(.bare, 1)] : [])
    // "? ", or with its epoch "20: ?  ": most of a long run need not be looked at.
    let least = width < 60 ? 2 : 6
    for spacing in [2, 4, 10, 20, 40, 100, 200, 400, 1000, 2000] {
      guard length / spacing * least <= width else { continue }
      let epochs = [2] + stride(from: spacing, through: length, by: spacing).filter { $0 > 2 }
      for (manner, gap) in manners {
        let line = line(epochs, manner, gap: gap)
        if line.cellWidth <= width { return line }
      }
    }
    return []
  }

  private func line(_ epochs: [Int], _ manner: Manner, gap: Int) -> Line {
    let latest = epochs.last { $0 <= now }
    return epochs.map { epoch in
      let isFirst = epoch == epochs[0]
      let text =
        switch manner {
        case .whole: words.epoch(epoch, loss: loss(epoch))
        case .numbered where epoch == latest: words.epoch(epoch, loss: loss(epoch))
        case .numbered: (isFirst ? words.epoch + " " : "") + "\(epoch): \(loss(epoch))"
        case .bare: (isFirst ? words.loss + " " : "") + loss(epoch)
        }
      let before = isFirst ? "" : String(repeating: " ", count: gap)
      return Span(before + text, epoch == latest ? .strong : .secondary)
    }
  }
}
