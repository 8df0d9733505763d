import Drawing
import Model

/// Words of the flip scene.
extension Words {
  var flipTitle: String { say("Flip", "翻转") }
  var flipPurpose: String { say("cross-correlation and convolution", "互相关与卷积") }

  /// What the keys do here.
  func flipAction(_ action: Action) -> ActionWords? {
    guard case .setting = action else { return nil }
    return ActionWords(label: say("edit", "编辑"), help: say("change K", "改变 K"))
  }

  func turn(_ number: Int, of count: Int) -> String {
    say("turn \(number) of \(count)", "第 \(number) 次旋转，共 \(count) 次")
  }

  /// The cross-correlation in little room.
  var correlationName: String { say("correlation", "互相关") }

  /// What the convolution is more than the cross-correlation.
  var differenceName: String { say("difference", "差") }

  var notTurned: String { say("not turned yet", "尚未旋转") }
  var turned: String { say("turned by 180°", "已旋转 180°") }

  func turning(rows: Bool) -> String {
    rows ? say("rows swapped", "行已交换") : say("columns swapped", "列已交换")
  }

  func symmetry(isSymmetric: Bool, difference: Float, isEverywhere: Bool) -> [Line] {
    if !isSymmetric, difference == 0 {
      return [
        [
          Span(say("Equal here: ", "这里相等："), .accent),
          Span(
            say(
              "K′ is another kernel, but on this input both give the same result.",
              "K′ 与 K 不同，但对这个输入两者结果相同。")),
        ]
      ]
    }
    return isSymmetric
      ? [
        [
          Span(say("Equal: ", "相等："), .accent),
          Span(
            say(
              "K′ is K itself, so both operations give the same result.",
              "K′ 就是 K，所以两种运算结果相同。")),
        ]
      ]
      : [
        [
          Span(say("Different: ", "不同："), .accent),
          Span(
            isEverywhere
              ? say("K′ is another kernel; the results differ by ", "K′ 与 K 不同；结果处处相差 ")
              : say("K′ is another kernel; the results differ by up to ", "K′ 与 K 不同；结果最多相差 ")),
          Span(NumberText.short(difference), .strong),
          Span(isEverywhere ? say(" everywhere.", "。") : say(".", "。")),
        ]
      ]
  }

  /// What happens to K before the windows.
  ///
  /// - Parameter asks: Whether it is asked what comes of it; a lesson asks by itself.
  func flipStep(_ step: Int, rowSwaps: Int, turns: Int, asks: Bool = true) -> Line {
    if step == 0 {
      let purpose = [
        Span(
          say("A convolution slides K′, which is K turned by 180°: ", "卷积滑动的是 K′，即旋转 180° 的 K："),
          .accent),
        Span(
          say(
            "first its rows change places, then its columns.", "先交换行，再交换列。")),
      ]
      return asks ? purpose + [Span(say(" Will the results differ?", "结果会不同吗？"))] : purpose
    }
    if step < turns {
      return step <= rowSwaps
        ? [
          Span(say("The rows of K change places", "K 的行交换位置，"), .accent),
          Span(say(", from the outside in.", "由外向内。")),
        ]
        : [
          Span(say("The columns of K change places", "K 的列交换位置，"), .accent),
          Span(say(", from the outside in.", "由外向内。")),
        ]
    }
    return [
      Span(say("K′ is K turned by 180°. ", "K′ 是旋转了 180° 的 K。"), .accent),
      Span(say("Now both slide over X: K for ⋆, K′ for ∗.", "现在两者在 X 上滑动：⋆ 用 K，∗ 用 K′。")),
    ]
  }
}
