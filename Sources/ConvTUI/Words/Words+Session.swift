import Drawing
import Model

extension Words {
  /// The file of a session's picture holds another picture now.
  func otherPicture(
    _ path: String, _ found: PlaneSize, _ expected: PlaneSize
  ) -> String {
    "The picture \(quoted(path)) has \(found.rows)×\(found.columns) rows×columns, but the session was saved "
      + "with one of \(expected.rows)×\(expected.columns); put that picture there."
  }

  /// A file that another file names does not fit.
  var otherContent: String {
    "It does not fit here; use the file that had this name when the session was saved."
  }

  func sentence(_ error: SessionError) -> String {
    switch error {
    case .notASession:
      "It is not a session (a JSON object with \"convtui\": \(Session.version)); a file that --save "
        + "wrote would work."
    case .version(let version):
      "It is a session of \(version.map { "version \($0)" } ?? "an unknown version"); only version "
        + "\(Session.version) can be opened."
    case .missing(let field, let need): "\(quoted(field)) is missing; \(name(of: need)) is needed."
    case .wrong(let field, let need):
      "\(quoted(field)) is not valid; \(name(of: need)) is needed."
    }
  }

  private func name(of need: SessionError.Need) -> String {
    switch need {
    case .matrix: "a matrix such as [[1, -1]], with rows of equal length,"
    case .shape(let shape): "a matrix of \(shape) numbers"
    case .pair: "a pair of whole numbers such as [1, 1]"
    case .positions(let count): "a list of \(self.count(count, "position")) such as [0, 0]"
    case .number(let limit):
      "a number of 0 or more" + (limit.isFinite ? ", below \(NumberText.short(limit))," : "")
    case .positiveNumber: "a number above 0"
    case .anyNumber: "a number"
    case .flag: "0 or 1"
    case .text: "a string"
    case .wholeNumber(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .oneOf(let words): "one of \(words.joined(separator: ", "))"
    case .layers: "a string such as \"conv3,pool2\""
    }
  }
}
