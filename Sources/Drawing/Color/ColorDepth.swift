/// How many colours a terminal shows.
public enum ColorDepth: String, CaseIterable, Comparable, Sendable {
  case none
  case eight = "8"
  case sixteen = "16"
  case palette = "256"
  case direct = "true"

  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }
}
