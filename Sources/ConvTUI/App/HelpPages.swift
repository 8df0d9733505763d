import Drawing

/// The sentences and the keys of the help, laid out in pages of columns.
struct HelpPages {
  /// A line of the keys: the name of a group, keys and what they do, or none.
  enum Entry: Hashable {
    case group(String)
    case keys(String, String)
    case gap
  }

  /// Some sentences, and some keys below them.
  struct Page {
    var about: [Line] = []
    var columns: [[Entry]] = []

    var height: Int {
      let keys = columns.map(\.count).max() ?? 0
      return about.count + (about.isEmpty || keys == 0 ? 0 : 1) + keys
    }

    /// The same with entries below all columns, where those have room.
    func over(_ entries: [Entry], in room: Int) -> Page {
      guard !entries.isEmpty, !columns.isEmpty else { return self }
      let spread = Array(entries.flatMap { [$0, .gap] }.dropLast())
      guard
        let below = [spread, entries].first(where: { height + 2 + $0.count <= room })
      else { return self }
      var page = self
      let free = [Entry](repeating: .gap, count: height - about.count + 2 - columns[0].count)
      page.columns[0] += free + below
      return page
    }

    /// The same with a free line after each sentence and each entry, where that has room.
    func spread(_ sentences: [[Line]], in room: Int) -> Page {
      let spread = Page(
        about: Array(sentences.joined(separator: [[]])),
        columns: columns.map { $0.flatMap { $0 == .gap ? [.gap] : [$0, .gap] }.dropLast() })
      return spread.height <= room ? spread : self
    }
  }

  private(set) var pages: [Page] = []
  private let room, columns: Int
  private let groups: [[Entry]]

  /// All on one page where there is room; else the sentences with the first keys, and all keys, whose
  /// groups stay whole.
  init(_ about: [Line], first: [Entry], groups: [[Entry]], room: Int, columns: Int) {
    (self.room, self.columns, self.groups) = (room, columns, groups)
    let below = room - (about.isEmpty ? 0 : about.count + 1)
    if let keys = whole(height: below) {
      pages = [Page(about: about, columns: keys)]
      return
    }
    pages = stride(from: 0, to: about.count, by: room).map {
      Page(about: Array(about.dropFirst($0).prefix(room)))
    }
    let free = room - (pages.last?.about.count ?? 0) - 1
    if free >= HelpPages.leastFirst, !pages.isEmpty {
      pages[pages.count - 1].columns = HelpPages.spread(first, columns, height: free)
    }
    let all = whole(height: room) ?? packed(height: room, gap: 0)
    pages += stride(from: 0, to: all.count, by: columns).map {
      Page(columns: Array(all.dropFirst($0).prefix(columns)))
    }
  }

  /// The fewest lines that are worth it for the first keys.
  private static let leastFirst = 4

  /// All groups in columns of one page, which become no longer than they must; nil where they have no
  /// room.
  private func whole(height: Int) -> [[Entry]]? {
    let least = groups.map(\.count).max() ?? 0
    guard least <= height else { return nil }
    for gap in [1, 0] {
      let fitting = (least...height).lazy.map { packed(height: $0, gap: gap) }
      if let found = fitting.first(where: { $0.count <= columns }) { return found }
    }
    return nil
  }

  /// The groups below each other in columns of a height; a group is parted only where it is longer.
  private func packed(height: Int, gap: Int) -> [[Entry]] {
    var columns: [[Entry]] = []
    for group in groups {
      let gaps = [Entry](repeating: .gap, count: gap)
      if let last = columns.last, last.count + gap + group.count <= height {
        columns[columns.count - 1] += gaps + group
      } else {
        columns += stride(from: 0, to: group.count, by: height).map {
          Array(group.dropFirst($0).prefix(height))
        }
      }
    }
    return columns
  }

  /// A group in columns beside each other, without its last entries where they have no room.
  private static func spread(_ group: [Entry], _ columns: Int, height: Int) -> [[Entry]] {
    guard let name = group.first else { return [] }
    let entries = group.dropFirst().prefix(columns * (height - 1))
    let lines = (entries.count + columns - 1) / columns
    return (0..<columns).map { column in
      [column == 0 ? name : .gap] + entries.dropFirst(column * lines).prefix(lines)
    }
  }
}
