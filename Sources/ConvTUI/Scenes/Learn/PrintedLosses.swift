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
    /// With the number of its epoch, "2: 12.452", but the latest whole.
    case latestWhole
    case numbered
    case bare
  }

  /// The epochs that the chapter prints.
  private static let chapter = 10

  /// The chapter's losses as they are printed, or with less around them; of a longer run as many more,
  /// at even distances, as there is room for. The latest stands out.
  func line(width: Int) -> Line {
    guard length >= 2 else { return [] }
    // Bare numbers tell enough only where there is room for little else, and of the chapter's alone.
    let isNarrow = width < 60
    let manners: [(Manner, gap: Int)] =
      isNarrow
      ? [(.bare, 1)]
      : [(.whole, 3), (.whole, 2), (.latestWhole, 3), (.latestWhole, 2), (.numbered, 2)]
    let spacings = isNarrow ? [] : [2, 4, 10, 20, 50, 100, 200, 500, 1000, 2000]
    for spacing in spacings + [length + 1] {
      // "20: ?  " is the least: most of a long run need not be looked at.
      guard length / spacing * 6 <= width else { continue }
      let epochs =
        Array(stride(from: 2, through: min(length, PrintedLosses.chapter), by: 2))
        + stride(from: spacing, through: length, by: spacing).filter { $0 > PrintedLosses.chapter }
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
      let text: String
      switch manner {
      case .whole: text = words.epoch(epoch, loss: loss(epoch))
      case .latestWhole where epoch == latest: text = words.epoch(epoch, loss: loss(epoch))
      case .latestWhole, .numbered:
        text = (isFirst ? words.epoch + " " : "") + "\(epoch): \(loss(epoch))"
      case .bare: text = (isFirst ? words.loss + " " : "") + loss(epoch)
      }
      let before = isFirst ? "" : String(repeating: " ", count: gap)
      return Span(before + text, epoch == latest ? .strong : .secondary)
    }
  }
}
