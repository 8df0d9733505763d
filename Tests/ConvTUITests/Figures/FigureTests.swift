import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

struct FigureTests {
  /// Types a name after the key `f` or `F` and returns what the state asks for.
  static func request(
    _ name: String, in scene: SceneKind = .slide, key: Key = "f"
  ) throws -> (State, State.Request?) {
    var state = try State.opened(scene)
    _ = state.handle(.key(key))
    for character in name { _ = state.handle(.key(.character(character))) }
    let request = state.handle(.key(.enter))
    return (state, request)
  }

  @Test func editedKernelIsSavedWhereTheCursorStandsInIt() throws {
    var state = try State.opened()
    try state.press("tab tab e 9 enter")
    #expect(try state.scene.tensors.last?.name == "K")
    #expect(try state.scene.tensors.last?.tensor == state.slide?.kernel)
    try state.press("esc")
    #expect(try state.scene.tensors.last?.name == "Y")
  }

  @Test func mapsOfALargePictureAreDataButNoScript() throws {
    let picture = Picture(Tensor(Shape(2049, 2048)))
    let maps = try MapsScene(picture, MapsScene.kernels("box"))
    #expect(try maps.result?.shape == Shape(2049, 2048))
    #expect(throws: FigureError.mapTooLarge(2049 * 2048, limit: 1 << 22)) {
      try maps.check(.snippet)
    }
    #expect(throws: Never.self) { try maps.check(.npy) }
    #expect(
      words.sentence(FigureError.mapTooLarge(9, limit: 4))
        == "A map of 9 numbers is too large for this kind of file; the maximum is 4, so a smaller image would "
        + "work.")
  }

  @Test func stacksHaveTheNumbersOfAllTheirLayers() throws {
    var state = try State.opened(with: StackSceneTests.scene())
    #expect(
      try state.scene.tensors.map(\.name) == ["X", "K1", "Y1", "Y2", "Y3", "K4", "Y"])
    #expect(try state.scene.tensors.last?.tensor.shape == Shape([3, 5, 6]))
    try state.press("end left left")
    #expect(try state.scene.tensors.map(\.name) == ["X", "K1", "Y1", "Y"])
  }

  @Test func filesOfAFigureAreAllThereOrNone() throws {
    let directory = try Directory()
    try directory.file("a.py", "old")
    let files = ["a-X.npy", "a.py"].map { FigureFile(path: directory.path + "/" + $0, bytes: [1]) }
    #expect(throws: FileError.exists(path: directory.path + "/a.py")) {
      try FigureFiles.write(files)
    }
    #expect(try directory.names == ["a.py"])
    try FigureFiles.write(files, replaces: true)
    #expect(try directory.names == ["a-X.npy", "a.py"])
    let broken = files + [FigureFile(path: directory.path + "/no/b.py", bytes: [2])]
    #expect(throws: FileError.self) { try FigureFiles.write(broken, replaces: true) }
    #expect(try directory.names == ["a-X.npy", "a.py"])
  }

  @Test func endingSaysWhatIsWritten() throws {
    for (name, figure) in [
      ("a.txt", Figure.text), ("a.b.ANS", .ansi), ("d/a.svg", .svg), ("a.png", .png),
      ("a.cast", .recording), ("a.py", .snippet), ("a.npy", .npy),
      ("a.csv", .csv), ("a.json", .json),
    ] {
      #expect(try Figure(name) == figure)
    }
    for (name, ending) in [("", ""), ("a", ""), ("a.gif", "gif"), ("a.session", "session")] {
      #expect(throws: FigureError.ending(ending)) { try Figure(name) }
    }
  }

  @Test func nameOfNothingButAnEndingIsRefused() throws {
    for name in [".png", "d/.json", ".hidden", ".."] {
      #expect(throws: FigureError.onlyEnding(name)) { try Figure(name) }
      #expect(throws: FigureError.onlyEnding(name)) {
        try Figure(Figure.sessionPath(name), isSession: true)
      }
    }
  }

  @Test func sessionMayBeNamedWithoutItsEnding() throws {
    for (name, path) in [("s", "s.json"), ("d.e/s", "d.e/s.json"), ("s.json", "s.json")] {
      #expect(try Self.request(name, key: "F").1 == .write(.session, path: path))
    }
    for (name, part) in [
      ("", "session.json would"), ("d/", "d/session.json would"), ("../s.txt", "../s.json would"),
      ("d.e/s.tar.gz", "d.e/s.tar.json would"),
    ] {
      let (state, request) = try Self.request(name, key: "F")
      #expect(request == nil)
      #expect(state.prompt?.complaint?.contains(part) == true, "\(state.prompt?.complaint ?? "")")
    }
  }

  @Test func keyAsksForANameAndTheStateDoesNothingItself() throws {
    let (state, request) = try Self.request("out.svg")
    #expect(request == .write(.svg, path: "out.svg"))
    #expect(state.prompt == nil && state.notice == nil)
  }

  @Test(arguments: ["", "out", "out.gif"])
  func wrongEndingIsComplainedAbout(_ name: String) throws {
    let (state, request) = try Self.request(name)
    #expect(request == nil)
    #expect(state.prompt?.complaint?.contains(".svg") == true)
  }

  @Test func sceneWithoutTensorsSaysSo() throws {
    let (state, request) = try Self.request("out.npy", in: .field)
    #expect(request == nil)
    #expect(state.prompt?.complaint == "Field shows no tensor; .svg or .txt would work.")
  }

  @Test func answerStandsInTheFooterUntilTheNextKey() throws {
    var state = try State.opened()
    _ = state.handle(.answer("wrote out.svg", isGood: true))
    #expect(state.frame().text.contains("wrote out.svg"))
    try state.press("x")
    #expect(!state.frame().text.contains("wrote out.svg") && !state.isNoticeGood)
  }

  @Test func figuresAreWrittenOnceAndNeverOver() throws {
    let directory = try Directory()
    let state = try State.opened()
    let path = directory.path + "/a.txt"
    guard case .answer("wrote \(path)", true) = FigureFiles.answer(to: .text, path, of: state)
    else {
      Issue.record("it was not written")
      return
    }
    let first = try directory.text("a.txt")
    #expect(first == Export.text(state.colored(.none).drawing()))
    guard case .answer(let sentence, false) = FigureFiles.answer(to: .text, path, of: state) else {
      Issue.record("it was written again")
      return
    }
    #expect(sentence.contains("already exists") && sentence.contains("another name"))
    guard
      case .answer(let missing, false) = FigureFiles.answer(
        to: .svg, directory.path + "/no/a.svg", of: state)
    else {
      Issue.record("it was written into a folder that is not there")
      return
    }
    #expect(missing.contains("cannot be written"))
    #expect(try directory.names == ["a.txt"])
  }

  @Test func pictureHasItsColoursWhateverTheScreenHas() throws {
    let plain = try State.opened(look: Look(depth: .none))
    let full = try State.opened()
    for figure in [Figure.svg, .ansi] {
      #expect(try plain.files(of: figure, at: "a") == full.files(of: figure, at: "a"))
    }
    let text = try full.files(of: .svg, at: "a")
    #expect(try full.files(of: .svg, at: "a", depth: ColorDepth.none) != text)
  }

  @Test(arguments: [SceneKind.slide, .edges, .learn, .flip])
  func resultIsTheLastTensor(_ name: SceneKind) throws {
    let scene = try State.opened(name).scene
    let result = try #require(try scene.tensors.last)
    let npy = try scene.tensorFile(.npy, at: "a.npy")[0].bytes
    #expect(try TensorDecoder.decode(npy, name: "a.npy") == result.tensor)
    let csv = try scene.tensorFile(.csv, at: "a.csv")[0].bytes
    #expect(try TensorDecoder.decode(csv, name: "a.csv") == result.tensor)
  }

  @Test func allTensorsStandInTheJSONByName() throws {
    let json = try State.opened().scene.tensorFile(.json, at: "a.json")[0].bytes
    #expect(
      String(decoding: json, as: UTF8.self) == """
        {"X": [[0, 1, 2],
               [3, 4, 5],
               [6, 7, 8]],
         "K": [[0, 1],
               [2, 3]],
         "Y": [[19, 25],
               [37, 43]]}

        """)
  }

  @Test func sampleOfATrainingHasItsScores() throws {
    var desk = try TrainingDesk(try TrainingPlan.small())
    try desk.press("right")
    let scores = try #require(try desk.state.scene.tensors.last)
    #expect(scores.name == "scores" && scores.tensor.shape.rows == 1)
    #expect(try FigureTests.request("a.npy", in: .train).1 == nil)
  }
}
