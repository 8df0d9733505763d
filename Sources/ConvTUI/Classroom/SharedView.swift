import Formats
import Model

/// What followers are shown: a scene as it is, whether its results are hidden, and what a lesson says
/// of it; never an answer.
struct SharedView: Sendable {
  let kind: SceneKind
  /// Nil where the scene is one that cannot be saved.
  let scene: (any Scene)?
  let hidesResults: Bool
  let lesson: Step?
  /// The line that it was read from.
  let line: [UInt8]

  /// What a lesson says, in the teacher's language.
  struct Step: Hashable, Sendable {
    let title: String
    /// From 0; as many as there are once the lesson is over.
    let step: Int
    let steps: Int
    let say, question: String
    /// Whether the size formula and the like are shown.
    let showsFormulas: Bool
    /// The hidden numbers that the class has found.
    let found: [CellName]

    /// The most characters of a text.
    fileprivate static let longest = 2000
  }
}

extension State {
  /// What followers are shown, as a session in one line.
  var shared: String {
    var session = (try? scene.session()) ?? Session()
    if session.fields.isEmpty { session.set("scene", scene.kind.name) }
    // An answer that is known is seen by all.
    session.set("hidden", look.hidesResults && lesson?.solvedCell == nil ? 1 : 0)
    if let lesson {
      let notes = LessonNotes(lesson, words)
      session.set("lesson", notes.title)
      session.set("lesson-step", notes.step)
      session.set("lesson-steps", notes.steps)
      session.set("formulas", lesson.showsFormulas ? 1 : 0)
      // A matrix may have blanks in its name, as in "X ∗ K".
      let found = lesson.foundCells.map { Formula.cell($0.matrix, $0.at) }
      if !found.isEmpty { session.set("found", found.joined(separator: ";")) }
      session.set("say", String(notes.say.prefix(SharedView.Step.longest)))
      session.set("ask", String(notes.question.prefix(SharedView.Step.longest)))
    }
    return session.line
  }
}

extension SharedView {
  /// - Parameter picture: Reads the file of a picture.
  /// - Throws: As a session does.
  init(_ line: [UInt8], picture: Picture.Reader) throws {
    let fields = try SessionFields(line)
    self.line = line
    kind = try fields.kind("scene", among: SceneKind.known)
    hidesResults = try fields.flag("hidden")
    lesson = fields.has("lesson") ? try Step(fields) : nil
    guard fields.has("position") else {
      scene = nil
      return
    }
    var scene = try Session.scene(fields, picture: picture)
    // What takes long is done here, where no key waits.
    scene.follow()
    self.scene = scene
  }
}

extension SharedView.Step {
  fileprivate init(_ fields: SessionFields) throws {
    func text(_ name: String) throws -> String {
      String(try fields.text(name).printable.prefix(SharedView.Step.longest))
    }
    title = try text("lesson")
    steps = try fields.int("lesson-steps", in: 1...Timeline.largestStep)
    step = try fields.int("lesson-step", in: 0...steps)
    say = try text("say")
    question = try text("ask")
    found =
      fields.has("found")
      ? try text("found").split(separator: ";").compactMap { CellName(String($0)) } : []
    showsFormulas = fields.has("formulas") ? try fields.flag("formulas") : false
  }
}
