extension Character {
  /// Whether a line may be folded between this character and the next: after a space, and around
  /// wide characters, which are words of their own, but neither before a mark that closes nor after
  /// one that opens.
  public func mayEndLine(before next: Character) -> Bool {
    if self == " " { return true }
    if next == " " || isASCII && next.isASCII { return false }
    guard cellWidth == 2 || next.cellWidth == 2 else { return false }
    return !Character.closing.contains(next) && !Character.opening.contains(self)
  }

  private static let closing = Set("，。；：？！、）》”’…,.;:?!)")
  private static let opening = Set("（《“‘(")
}
