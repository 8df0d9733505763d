/// Numbers that look like a picture.
enum SampleImage {
  static func csv(rows: Int, columns: Int) -> String {
    (0..<rows).map { row in
      (0..<columns).map { "0.\((row * row + 3 * $0) % 97 + 1)" }.joined(separator: ",")
    }.joined(separator: "\n")
  }
}
