import Drawing
import Model

extension Words {
  /// The file of a session's picture holds another picture now.
  func otherPicture(
    _ path: String, _ found: PlaneSize, _ expected: PlaneSize
  ) -> String {
    say(
      "The picture \(quoted(path)) has \(found.rows)×\(found.columns) rows×columns, but the session was saved "
        + "with one of \(expected.rows)×\(expected.columns); put that picture there.",
      "图片 \(quoted(path)) 有 \(found.rows)×\(found.columns)（行×列），但会话保存时是 \(expected.rows)×\(expected.columns)；请把那幅图片放在那里。"
    )
  }

  /// A file that another file names does not fit.
  var otherContent: String {
    say(
      "It does not fit here; use the file that had this name when the session was saved.",
      "它在这里不合适；请用保存会话时叫这个名称的文件。")
  }

  func sentence(_ error: SessionError) -> String {
    switch error {
    case .notASession:
      say(
        "It is not a session (a JSON object with \"convtui\": \(Session.version)); a file that --save "
          + "wrote would work.",
        "它不是会话（含 \"convtui\": \(Session.version) 的 JSON 对象）；可用 --save 写出的文件。")
    case .version(let version):
      say(
        "It is a session of \(version.map { "version \($0)" } ?? "an unknown version"); only version "
          + "\(Session.version) can be opened.",
        "它是\(version.map { "版本 \($0) " } ?? "未知版本")的会话；只能打开版本 \(Session.version)。")
    case .missing(let field, let need):
      say(
        "\(quoted(field)) is missing; \(name(of: need)) is needed.",
        "缺少 \(quoted(field))；需要\(name(of: need))。")
    case .wrong(let field, let need):
      say(
        "\(quoted(field)) is not valid; \(name(of: need)) is needed.",
        "\(quoted(field)) 无效；需要\(name(of: need))。")
    }
  }

  private func name(of need: SessionError.Need) -> String {
    switch need {
    case .matrix:
      say("a matrix such as [[1, -1]], with rows of equal length,", "各行等长的矩阵，如 [[1, -1]]")
    case .shape(let shape): say("a matrix of \(shape) numbers", "有 \(shape) 个数的矩阵")
    case .pair: say("a pair of whole numbers such as [1, 1]", "一对整数，如 [1, 1]")
    case .positions(let count):
      say("a list of \(self.count(count, "position")) such as [0, 0]", "有 \(count) 个位置的列表，如 [0, 0]")
    case .number(let limit):
      say(
        "a number of 0 or more" + (limit.isFinite ? ", below \(NumberText.short(limit))," : ""),
        "0 或更大的数" + (limit.isFinite ? "，且小于 \(NumberText.short(limit))" : ""))
    case .positiveNumber: say("a number above 0", "大于 0 的数")
    case .anyNumber: say("a number", "一个数")
    case .flag: say("0 or 1", " 0 或 1")
    case .text: say("a string", "一个字符串")
    case .wholeNumber(let range):
      say(
        "a whole number from \(range.lowerBound) to \(range.upperBound)",
        " \(range.lowerBound) 到 \(range.upperBound) 的整数")
    case .oneOf(let words): say("one of \(list(words))", "以下之一：\(list(words))")
    case .layers: say("a string such as \"conv3,pool2\"", "字符串，如 \"conv3,pool2\"")
    }
  }
}
