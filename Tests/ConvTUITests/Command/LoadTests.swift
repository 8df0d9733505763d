import Foundation
import TestSupport
import Testing

@testable import Drawing

/// Files that cannot be read: what, where, and what would work.
struct LoadTests {
  private func expectMistake(
    in name: String, _ bytes: [UInt8], says parts: [String],
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let directory = try Directory()
    try directory.file(name, bytes)
    for option in ["--input", "--kernel"] {
      let other =
        option == "--input" ? ["--kernel", "1"] : ["--input", "\(repository)/assets/bar.csv"]
      let message = try ConvTUITests.expectMistake(
        1, ["correlate", option, name, "--output", "y.json"] + other, in: directory,
        says: "“\(name)”", location: location)
      for part in parts { #expect(message.contains(part), "\(message)", sourceLocation: location) }
      #expect(try directory.names == [name], sourceLocation: location)
    }
  }

  @Test(arguments: [
    ("x.csv", "", ["It is empty"]), ("x.png", "", ["It is empty"]), ("x.json", "[]", ["no number"]),
    ("x.csv", " \n\n", ["no number"]), ("x.npy", "", ["It is empty"]),
    ("x.csv", "1,2\n3\n", ["Row 2 has length 1", "length 2"]),
    ("x.csv", "1,2\n\n3,4,5\n", ["Row 2 has length 3"]),
    ("x.json", "[[1, 2],\n [3]]", ["Row 2 has length 1", "length 2"]),
    ("x.json", "[[1, 2], [[3]]]", ["Line 1, column 11", "a number is needed"]),
    ("x.csv", "1,2\n3,abc\n", ["Line 2, column 3", "“abc” is not a number"]),
    ("x.csv", "1,1e39\n", ["column 3", "“1e39” is too large", "3.4028235e+38"]),
    ("x.json", "[[1e400]]", ["Line 1, column 3", "“1e400” is too large"]),
    (
      "x.pam", "P7\nWIDTH 1\nHEIGHT 1\nDEPTH 9\nMAXVAL 9\nENDHDR\n",
      ["a PAM with TUPLTYPE “”", "DEPTH 9"]
    ),
    ("x.png", "GIF89a", ["a GIF image", "picture.png"]),
    ("x.csv", "1,,2\n", ["Line 1, column 3", "a number is missing"]),
    ("x.csv", "é,2\n", ["Line 1, column 1", "“é”"]), ("x.csv", "1;é;x\n", ["Line 1, column 3"]),
    ("x.json", "[[1, 2],\n [3, \"abc\"]]", ["Line 2, column 6", "“\"abc\"” is not a number"]),
    ("x.json", "[[1, 2], [3", ["Line 1, column 12", "the text ends", "“]”"]),
    ("x.json", "{\"a\": 1}", ["Line 1, column 1", "“[” is needed"]),
    ("x.json", "[[1]] 2", ["Line 1, column 7", "the end"]), ("x.json", "5", ["rank 0"]),
    ("x.json", "[[[[[1]]]]]", ["rank 5"]),
    ("x.csv", "1,\u{1B}[31m\n", ["Line 1, column 3"]),
    ("x.xyz", "1", ["“.xyz” is unknown", ".npy"]),
    ("x.json", String(repeating: "[", count: 60_000), ["rank 60000"]),
    ("x.pgm", "P5 3 3 255\nab", ["ends after", "of 20 bytes"]),
    ("x.pgm", "P2 2 1 9\n1 x", ["Line 2, column 3", "“x”"]),
    ("x.pgm", "P2 999999999 999999999 9\n1", ["999999999×999999999", "250000000"]),
  ])
  func textThatIsWrong(_ name: String, _ text: String, _ parts: [String]) throws {
    try expectMistake(in: name, Array(text.utf8), says: parts)
  }

  @Test func encodingsThatAreNotUTF8() throws {
    let wide = "1,2\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try expectMistake(in: "x.csv", [0xFF, 0xFE] + wide, says: ["UTF-16"])
    try expectMistake(in: "x", [0xFF, 0xFE] + wide, says: ["UTF-16"])
    try expectMistake(in: "x.csv", [0x31, 0x2C, 0xE9, 0x0A], says: ["Line 1, column 3"])
    try expectMistake(in: "x.csv", [0x31, 0x2C, 0x00, 0x0A], says: ["Line 1, column 3"])
    let marked = [0xEF, 0xBB, 0xBF] + Array("1,2\n".utf8)
    let directory = try Directory()
    let path = try directory.file("x.csv", marked)
    #expect(try done(["correlate", "--input", path, "--kernel", "1"]).text == "1,2\n")
  }

  @Test func halfAFileIsNotAFile() throws {
    let files = "\(repository)/Tests/FormatsTests/Files/"
    let npy = [UInt8](try Data(contentsOf: URL(fileURLWithPath: files + "npy_le_f4.npy")))
    for count in [7, 11, 40, 127, npy.count - 1] {
      try expectMistake(in: "x.npy", Array(npy[..<count]), says: ["ends after \(count) of"])
    }
    for name in ["png_rgb.png", "jpeg_color.jpg"] {
      let image = [UInt8](try Data(contentsOf: URL(fileURLWithPath: files + name)))
      try expectMistake(in: name, Array(image[..<(image.count / 2)]), says: ["damaged"])
    }
  }

  @Test(arguments: [
    ("no_object.npy", "real numbers"), ("no_c8.npy", "real numbers"),
    ("no_text.npy", "real numbers"),
  ])
  func whatIsNotRealNumbersIsRefused(_ name: String, _ help: String) throws {
    let file = URL(fileURLWithPath: "\(repository)/Tests/FormatsTests/Files/\(name)")
    try expectMistake(
      in: name, [UInt8](try Data(contentsOf: file)), says: ["It holds", help, "would work"])
  }

  /// Each byte that is no text stays what it is on its way from the arguments to a file and back.
  @Test func pathsThatAreNoText() throws {
    let directory = try Directory()
    let script = """
      cd '\(directory.path)'; name=$(printf 'caf\\351'); mkdir "$name"
      printf '1,2\\n3,4\\n' >"$name/$name.csv"
      "$@" correlate --input "$name/$name.csv" --kernel 1 --output "$name/y$name.csv" &&
      "$@" maps "$name/y$name.csv" --kernels "$name/$name.csv" --save "$name/s$name" &&
      "$@" open "$name/s$name.json" --figure "$name/$name.json" &&
      cd "$name" && cmp "y$name.csv" "$name.csv" && grep -c '"picture-file".*caf.udce9/ycaf.udce9' s*n
      """
    let result = try Program.shell(script.replacing("s*n", with: "s*json"), [])
    #expect(result.status == 0 && result.text.last == "\n" && result.text.first == "1")
    #expect(result.sentence.isEmpty, "\(result.sentence)")
    let missing = try Program.shell(
      "name=$(printf 'caf\\350'); \"$@\" maps \"$name\"", [])
    #expect(missing.sentence.contains("There is no file “caf\\xe8”"), "\(missing.sentence)")
  }

  @Test func devicesAreRefusedAndPipesAreRead() throws {
    for path in ["/dev/zero", "/dev/urandom"] {
      for arguments in [
        ["correlate", "--kernel", "1", "--input", path],
        ["correlate", "--input", "\(repository)/assets/bar.csv", "--kernel", path],
        ["maps", path, "--print"], ["open", path, "--print"],
      ] {
        try ConvTUITests.expectMistake(1, arguments, says: "“\(path)” is a device")
      }
    }
    let directory = try Directory()
    let files = "\(repository)/Tests/FormatsTests/Files/"
    for name in ["npy_le_f4.npy", "png_grey.png", "jpeg_color.jpg"] {
      let expected = try done(["correlate", "--input", files + name, "--kernel", "1"]).text
      let piped = try Program.shell(
        "cd '\(directory.path)'; mkfifo \(name); cat '\(files + name)' >\(name) & "
          + "\"$@\" correlate --input \(name) --kernel 1", [])
      #expect(piped.text == expected && !expected.isEmpty)
    }
  }

  @Test func streamThatNeverEndsIsRefusedByItsStart() throws {
    for source in ["cat /dev/zero", "cat /dev/urandom", "cat /dev/zero | tr '\\0' '\\377'"] {
      let result = try Program.shell("\(source) 2>&- | \"$@\"", ["open", "-", "--print"])
      #expect(result.status == 1 && result.sentence.contains("not a session"))
    }
    let numbers = try Program.shell(
      "cat /dev/zero | \"$@\"", ["correlate", "--input", "-", "--kernel", "1"])
    #expect(numbers.status == 1 && numbers.sentence.contains("Line 1, column 1"))
  }

  @Test func pathsThatLeadNowhere() throws {
    let directory = try Directory()
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/loop.csv", withDestinationPath: "loop.csv")
    for (path, part) in [
      ("missing.csv", "There is no file “missing.csv”"), ("", "There is no file “”"),
      ("a/b/c.csv", "There is no file “a/b/c.csv”"), (directory.path, "is a folder"),
      ("loop.csv", "“loop.csv” cannot be read"),
      (String(repeating: "x", count: 5000), "cannot be read"),
    ] {
      try ConvTUITests.expectMistake(
        1, ["correlate", "--input", path, "--kernel", "1"], in: directory, says: part)
    }
    try ConvTUITests.expectMistake(
      1, ["correlate", "--input", "-", "--kernel", "1"], says: "Standard input: It is empty")
  }

  /// A name may hold anything but a slash, and is never shown raw.
  @Test func namesThatCommandATerminalAreMadeHarmless() throws {
    for name in ["a\u{1B}[31mb.csv", "a\nError: b.csv", "a\u{9B}2J.csv", "a\u{202E}b.csv"] {
      let directory = try Directory()
      let (input, kernel) = (["--input", "-"], ["--kernel", "1"])
      try ConvTUITests.expectMistake(1, ["correlate", "--input", name] + kernel, in: directory)
      try ConvTUITests.expectMistake(1, ["correlate", "--kernel", name] + input, input: "1")
      try ConvTUITests.expectMistake(
        1, ["correlate", "--output", name + "/y.csv"] + input + kernel, input: "1", in: directory)
      try ConvTUITests.expectMistake(
        1, ["correlate", "--output", "y." + name + "\u{1B}"] + input + kernel, input: "1")
      try directory.file(name, "1,x")
      try ConvTUITests.expectMistake(
        1, ["correlate", "--input", name] + kernel, in: directory, says: "Line 1, column 3")
      try ConvTUITests.expectMistake(64, ["correlate", "--padding", name])
      try ConvTUITests.expectMistake(64, ["slide", "--" + name])
      try ConvTUITests.expectMistake(64, [name])
    }
  }

  @Test(arguments: ["slide", "edges", "flip", "maps"])
  func savedKernelIsTakenByTheKeyForKernels(_ scene: String) throws {
    let directory = try Directory()
    _ = try done(
      ["slide", "--keys", "tab tab e 9 enter", "--figure", "k.npy"], in: directory)
    for (name, sentence) in [
      ("k.npy", "space play"), ("k.np", "“k.np” is neither"), (".", "is a folder"),
      ("-", "“-” is neither"),
    ] {
      let keys = (["k"] + name.map(String.init) + ["enter"]).joined(separator: " ")
      let text = try done([scene, "--print", "--keys", keys], in: directory).text
      #expect(text.contains(sentence), "\(text)")
    }
  }

  @Test func inputsThatASceneWouldBeSlowWithAreRefusedBeforeTheyAreDecoded() throws {
    let directory = try Directory()
    try directory.file("x.pgm", "P5 4096 4096 255 ")
    for scene in ["slide", "edges", "flip", "learn"] {
      try ConvTUITests.expectMistake(
        1, [scene, "--print", scene == "learn" ? "--image" : "--input", "x.pgm"], in: directory,
        says: "“x.pgm”: It declares 4096×4096 numbers; the maximum is 4194304", "convtui maps FILE")
    }
    try ConvTUITests.expectMistake(
      1, ["correlate", "--input", "x.pgm", "--kernel", "1"], in: directory, says: "It ends after")
  }

  @Test func kernelsThatAreNone() throws {
    let input = ["correlate", "--input", "-", "--kernel"]
    for (text, parts) in [
      ("foo", ["“foo” is neither a file nor a kernel", "sobel-x", "0,1;2,3"]),
      ("", ["“” is neither"]), ("--json", ["“--json” is neither"]),
      ("1,x", ["“1,x”", "column 3", "“x” is not a number"]),
      ("1,2;3", ["“1,2;3”", "Row 2 has length 1"]), ("1,,2", ["column 3", "missing"]),
    ] {
      let message = try ConvTUITests.expectMistake(1, input + [text], input: "1,2\n")
      for part in parts { #expect(message.contains(part), "\(message)") }
    }
  }
}
