import Drawing
import Model

extension Words {
  /// Another picture stands where that of a session stood.
  func otherPicture(
    _ path: String, _ found: PlaneSize, _ expected: PlaneSize
  ) -> String {
    "The picture \(quoted(path)) has \(found.rows)×\(found.columns) rows×columns, and the session was made "
      + "of one with \(expected.rows)×\(expected.columns); that one is needed there."
  }

  /// What a file holds that another file names.
  var otherContent: String {
    "Its content is not what is needed there; the file that stood there before would work."
  }

  func sentence(_ error: SessionError) -> String {
    switch error {
    case .notASession:
      "It is not a session, which is a JSON object with \"convtui\": \(Session.version) in it; one "
        + "that --save wrote would work."
    case .version(let version):
      "It is a session of \(version.map { "version \($0)" } ?? "a version that is no number"), and "
        + "\(Session.version) is the only one that can be opened."
    case .missing(let field, let need): "\(quoted(field)) is missing; \(name(of: need)) is needed."
    case .wrong(let field, let need):
      "\(quoted(field)) cannot be taken; \(name(of: need)) is needed."
    }
  }

  private func name(of need: SessionError.Need) -> String {
    switch need {
    case .matrix: "a matrix such as [[1, -1]], with rows of equal length,"
    case .shape(let shape): "a matrix of \(shape) numbers"
    case .pair: "a pair of whole numbers such as [1, 1]"
    case .positions(let count): "a list of \(self.count(count, "position")) such as [0, 0]"
    case .number(let limit):
      "a number from 0 on" + (limit.isFinite ? ", below \(NumberText.short(limit))," : "")
    case .positiveNumber: "a number above 0"
    case .anyNumber: "a number"
    case .flag: "0 or 1"
    case .text: "a text"
    case .wholeNumber(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .oneOf(let words): "one of \(words.joined(separator: ", "))"
    case .layers: "a text such as \"conv3,pool2\""
    case .schedule: "constant, step:10:0.5 or cosine:100"
    }
  }
}
