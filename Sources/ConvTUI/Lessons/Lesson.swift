import Model

/// A lesson: steps that a teacher or a student goes through with one key, each a change of a scene.
struct Lesson: Hashable, Sendable {
  let title: LocalText
  var steps: [Step]

  /// What a step does not name stays as the step before left it.
  struct Step: Hashable, Sendable {
    /// Where it stands in its file.
    let place: LessonPlace
    var say = LocalText("")
    /// For the teacher alone.
    var notes: LocalText?
    var scene: SceneKind?
    var settings: [Change] = []
    /// The step that the scene goes to, and the part of the step after it.
    var step: Int?
    var part = 0
    var plays = false
    /// Whether results are hidden.
    var hides: Bool?
    /// Whether the size formula and the like are shown.
    var showsFormulas: Bool?
    /// Whether it tells what was asked before: on paper it stands with the answers.
    var tells = false
    var question: Question?
    /// The cells that it lights up.
    var points: [Point] = []

    var isChoice: Bool { if case .choice = question?.kind { true } else { false } }
  }

  /// Cells to light up, and where they are written.
  struct Point: Hashable, Sendable {
    let place: LessonPlace
    let cells: CellRange
  }

  /// A setting of the scene and its value as it is typed.
  struct Change: Hashable, Sendable {
    let place: LessonPlace
    let name: String
    let value: String
  }
}

/// A place in a lesson's file; both count from 1.
struct LessonPlace: Hashable, Sendable {
  let line, column: Int
}

/// What a step asks.
struct Question: Hashable, Sendable {
  let place: LessonPlace
  let kind: Kind
  /// The question in words; nil where the kind says it.
  var text: LocalText?
  var hint: LocalText?
  /// What the lesson's author says is right, which has to be what is computed.
  var given: String?
  /// Settings that hold for the question alone: how it would be with them.
  var with: [Lesson.Change] = []
  /// The step that the scene goes to once what is right is known; nil where it stays.
  var solvedAt: Int?
  var traps: [Trap] = []
  /// How one comes to what is right, said once that is known.
  var way: LocalText?

  enum Kind: Hashable, Sendable {
    /// A number of a matrix of the scene.
    case cell(CellName)
    /// A number that the scene has besides, by its name.
    case quantity(String)
    /// The rows and columns of a matrix of the scene.
    case size(of: String)
    /// A number that the lesson gives as an expression.
    case number(String)
    /// One of some answers; the right one counts from 0.
    case choice([LocalText], right: Int)
    /// A kernel that does all of this.
    case kernel([KernelProperty])
    /// How many numbers a layer of the scene learns, counted from 1, or all of them together.
    case parameters(ofLayer: Int?)
    /// The same of layers in their notation, over images of a shape.
    case parametersOf(String, input: Shape)
    /// The rows and columns of the input that a unit of a layer sees.
    case field(ofLayer: Int)
    /// A row of the unrolled input: the numbers of a window, counted from 0.
    case row(Int)
    /// Cells to be marked.
    case cells(Cells)
  }

  enum Cells: Hashable, Sendable {
    /// Those of the input that the present output sees.
    case field
    /// Those of a matrix that are more than half of its largest number.
    case bright(String)
    /// Those of a matrix that are not 0.
    case nonzero(String)
  }
}
