import TestSupport
import Testing

struct FigureOptionsTests {
  @Test func figureIsWhatIsPrinted() throws {
    let directory = try Directory()
    let options = [
      "--size", "80x24", "--step", "2", "--set", "padding=1", "--theme", "light",
      "--with-interface",
    ]
    let result = try done(["slide", "--figure", "a.svg"] + options, in: directory)
    #expect(result.output == [])
    #expect(try directory.text("a.svg") == done(["slide", "--svg"] + options).text)
    _ = try done(["slide", "--figure", "a.txt"] + options, in: directory)
    #expect(
      try directory.text("a.txt") == done(["slide", "--print", "--color", "none"] + options).text)
    _ = try done(["slide", "--figure", "a.ans", "--color", "256"] + options, in: directory)
    #expect(
      try directory.text("a.ans") == done(["slide", "--print", "--color", "256"] + options).text)
  }

  @Test func figureIsTheDrawingAlone() throws {
    let directory = try Directory()
    _ = try done(["slide", "--step", "3", "--figure", "a.txt"], in: directory)
    let text = try directory.text("a.txt")
    #expect(text.contains("Input X") && text.contains("= 37") && text.contains("Y ?"))
    for word in ["convtui", "settings", "window 3 of 4", "stride"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func severalThingsAreWrittenAtOnce() throws {
    let directory = try Directory()
    let call = ["slide", "--print", "--figure", "a.py", "--save", "s.json", "--record", "a.cast"]
    let printed = try done(call, in: directory).text
    #expect(try printed == done(["slide", "--print"]).text)
    #expect(try directory.names == ["a.cast", "a.py", "s.json"])
  }

  @Test func fileThatIsThereStaysUnlessForced() throws {
    let directory = try Directory()
    try directory.file("a.csv", "old")
    try expectMistake(
      1, ["slide", "--figure", "a.csv"], in: directory, says: "“a.csv” already exists",
      "another name", "--force")
    #expect(try directory.text("a.csv") == "old")
    _ = try done(["slide", "--figure", "a.csv", "--force"], in: directory)
    #expect(try directory.text("a.csv") == "19,25\n37,43\n")
    #expect(try directory.names == ["a.csv"])
  }

  @Test func whatCannotBeWrittenIsOneSentence() throws {
    let directory = try Directory()
    try expectMistake(
      1, ["slide", "--figure", "no/a.svg"], in: directory, says: "“no/a.svg” cannot be written")
    try expectMistake(1, ["slide", "--figure", "/dev/full"], says: "no ending")
    try expectMistake(1, ["slide", "--figure", "a.gif"], in: directory, says: "“.gif”", ".svg")
    try expectMistake(1, ["field", "--figure", "a.npy"], in: directory, says: "no tensor")
    #expect(try directory.names == [])
  }

  @Test func scoresOfATrainingAreWritten() throws {
    let directory = try Directory()
    let layers = ["--layers", "flatten, linear10", "--step", "1"]
    _ = try done(["train", "--figure", "a.csv"] + layers, in: directory)
    #expect(try directory.text("a.csv").split(separator: ",").count == 10)
  }
}
