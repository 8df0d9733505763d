import Drawing
import Model

/// Words about pooling.
extension Words {
  var pooledPurpose: String { say("the numbers that the window slides over", "窗口滑过的数") }
  var windowSize: String { say("window", "窗口") }
  var windowSizePurpose: String { say("the rows and columns of the window", "窗口的行数和列数") }
  var lastWindow: String { say("ceil", "进一") }
  var lastWindowPurpose: String { say("the last window may hang over the end", "最后的窗口可以超出末端") }
  var shift: String { say("shift", "平移") }
  var shiftPurpose: String { say("pools once more, moved by one pixel", "移动一个像素，再汇聚一次") }

  var poolTitle: String { say("Pool", "汇聚") }
  var poolPurpose: String { say("the maximum and the mean of each window", "每个窗口的最大值与均值") }

  /// What the keys do here.
  func poolAction(_ action: Action) -> ActionWords? {
    switch action {
    case .setting: ActionWords(label: say("window", "窗口"), help: say("change the window", "改变窗口"))
    case .zoomIn, .zoomOut, .zoomReset:
      ActionWords(help: say("numbers or whole picture", "数字或整幅图片"))
    default: nil
    }
  }

  /// What a picture is asked about before the first window.
  var poolPictureQuestion: Line {
    whatPoolingDoes + [Span(say(" Which picture will be brighter?", "哪幅图会更亮？"))]
  }
  /// How the numbers of a picture are seen, and how the picture again, in as many words as a width holds.
  func poolZoom(isFar: Bool, width: Int) -> Line {
    guard isFar else { return [Span(say("Z shows the whole picture.", "按 Z 看整幅图片。"), .secondary)] }
    let framed = say(
      "Framed: the numbers below, which z enlarges.", "框内是下面的数，按 z 放大。")
    let whole =
      framed
      + say(
        " Each step leads to where max and mean differ most.", "每一步都到最大值与均值相差最大的地方。")
    return [Span(whole.cellWidth <= width ? whole : framed, .secondary)]
  }
  var closestWindow: String {
    say("These are the numbers; Z shows the whole picture.", "这就是各个数；按 Z 看整幅图片。")
  }

  /// What a window does, and what is asked about the first one.
  var poolQuestion: Line {
    whatPoolingDoes + [Span(say(" What does the first window give?", "第一个窗口得到什么？"))]
  }
  var whatPoolingDoes: Line {
    [
      Span(say("A window moves over X. ", "窗口在 X 上移动。"), .accent),
      Span(
        say(
          "Its largest number goes into max, the mean of its numbers into mean.",
          "窗口中最大的数写入“最大值”，各数的均值写入“均值”。")),
    ]
  }

  /// What to look at next, once all windows are done.
  var tryShift: Line {
    [
      Span(say("What stays when X moves by one pixel? ", "X 移动一个像素，什么不变？"), .accent),
      Span(say("The setting shift pools X once more.", "“平移”设置把 X 再汇聚一次。")),
    ]
  }

  var maximum: String { say("max", "最大值") }
  var meanOfWindow: String { say("mean", "均值") }

  func moved(_ shift: PoolScene.Shift?) -> String {
    switch shift {
    case .right: say("one pixel to the right", "右移一个像素")
    case .down: say("one pixel down", "下移一个像素")
    case nil: ""
    }
  }

  /// How many numbers a shift leaves as they were.
  func stays(_ kept: Int, of count: Int) -> String {
    say("\(kept) of \(count) stay", "\(count) 个中 \(kept) 个不变")
  }

  func winner(_ input: String, _ at: Position) -> String {
    say("the largest is \(Formula.cell(input, at))", "最大的是 \(Formula.cell(input, at))")
  }

  func zerosCount(_ count: Int) -> String {
    count == 1
      ? say("includes 1 zero of the padding", "含填充的 1 个零")
      : say("includes \(count) zeros of the padding", "含填充的 \(count) 个零")
  }

  /// How many outputs a shift of the input leaves unchanged.
  func invariance(
    _ kept: (maximum: Int, mean: Int), of count: Int, _ shift: PoolScene.Shift?, _ width: Int
  ) -> Line {
    guard count > 0 else {
      return [
        Span(
          say(
            "X′ is X moved \(moved(shift)). Step on to compare the outputs.",
            "X′ 是 X \(moved(shift))。继续走，比较输出。"), .secondary)
      ]
    }
    let start = Span(say("X′ is X moved \(moved(shift)). ", "X′ 是 X \(moved(shift))。"))
    let counts = [
      Span(say("Of \(self.count(count, "output")), ", "\(count) 个输出中，")),
      Span(say("max keeps \(kept.maximum)", "最大值 \(kept.maximum) 个不变"), .strong),
      Span(say(" and ", "，")),
      Span(say("mean keeps \(kept.mean)", "均值 \(kept.mean) 个不变"), .strong), Span(say(".", "。")),
    ]
    let whole = [start] + counts
    return whole.cellWidth <= width ? whole : counts
  }
}
