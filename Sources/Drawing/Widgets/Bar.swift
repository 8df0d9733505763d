/// Bars in eighths of a character.
public enum Bar {
  /// A bar from the left.
  ///
  /// - Parameter share: From 0 to 1.
  public static func text(_ share: Float, width: Int) -> String {
    let (whole, rest) = eighths(share, length: width).quotientAndRemainder(dividingBy: 8)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return (String(repeating: "█", count: whole) + parts[rest]).padded(to: width)
  }

  /// A bar from below: its glyphs from the top down.
  public static func column(_ share: Float, height: Int) -> [String] {
    let eighths = eighths(share, length: height)
    let parts = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return (0..<height).reversed().map { parts[min(8, max(0, eighths - 8 * $0))] }
  }

  private static func eighths(_ share: Float, length: Int) -> Int {
    share.isFinite ? Int((min(max(share, 0), 1) * Float(length * 8)).rounded()) : 0
  }
}
