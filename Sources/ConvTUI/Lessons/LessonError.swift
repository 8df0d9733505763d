import Formats

/// What is wrong with a lesson, and where.
struct LessonError: Error, Sendable {
  enum Reason: Error, Sendable {
    case yaml(YAMLError)
    case notAMap
    case notAList
    case notAText
    case emptyText
    /// A name that means nothing here, and those that do.
    case unknown(String, among: [String])
    /// A field that is needed is missing.
    case missing(String)
    case noSteps
    case notANumber(String)
    case notAFlag(String)
    /// The scene refuses a setting, in a sentence.
    case refused(Phrase)
    /// The scene has no matrix or number of this name.
    case nothingOfThisName(String, among: [String])
    case outside(String, rows: Int, columns: Int)
    case notACell(String)
    case notAnExpression(String)
    case rightOutside(Int, count: Int)
    case choiceNeedsAnswers
    /// It answers no question of this kind.
    case notAnAnswer(String)
    /// The answer that is said to be wrong is right.
    case trapIsRight(String)
    /// The answer of the file is not the one that is computed.
    case wrongAnswer(given: String, computed: String)
    /// The kernel that the file gives does not do what it asks for.
    case kernelLacks(String, KernelProperty, KernelFault)
    /// There are so many layers, counted from 1.
    case noLayer(Int, of: Int)
    case tooManyCells(Int, limit: Int)
    /// It is no channels, rows and columns.
    case notAShape(String)
    /// It is no cells of a matrix.
    case notCells(String)
    case severalKinds([String])
    case stepOutside(Int, last: Int)
    /// The question's answer stands on the screen.
    case answerShown
    /// What goes into the answer stands there, worked out.
    case productsShown
    /// A matrix has its size above it, whatever is hidden.
    case sizeShown(of: String)
    /// The answer stood there before the question was put.
    case answerShownBefore
    /// The sentences need more lines than there are.
    case tooLong(lines: Int, limit: Int)
  }

  let reason: Reason
  let line, column: Int

  init(_ reason: Reason, line: Int, column: Int) {
    (self.reason, self.line, self.column) = (reason, line, column)
  }

  init(_ reason: Reason, at place: LessonPlace) {
    self.init(reason, line: place.line, column: place.column)
  }
}
