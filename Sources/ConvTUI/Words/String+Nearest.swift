extension String {
  /// The most alike of some names, where one differs in few letters.
  func nearest(among names: [String]) -> String? {
    let found = names.map { (name: $0, distance: distance(to: $0)) }
      .min { $0.distance < $1.distance }
    return found.flatMap { $0.distance <= max(1, count / 3) ? $0.name : nil }
  }

  /// How many letters have to be put in, taken out or replaced to make another text of it.
  private func distance(to other: String) -> Int {
    let (letters, others) = (Array(self), Array(other))
    var row = Array(0...others.count)
    for (index, letter) in letters.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, another) in others.enumerated() {
        let replaced = diagonal + (letter == another ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[others.count]
  }
}
