/// What a portable arbitrary map (P7) says before its pixels: lines of a word and its value, to
/// `ENDHDR`.
///
/// Source: the netpbm manual page pam(5).
struct PAMHeader {
  let width, height, maximum: Int
  /// Samples of a pixel: 1 grey, 2 grey and alpha, 3 red, green and blue, 4 these and alpha.
  let depth: Int

  /// The tuple types that are read, with their depths; a file without one goes by its depth.
  private static let depths = [
    "": 1...4, "BLACKANDWHITE": 1...1, "GRAYSCALE": 1...1, "RGB": 3...3,
    "BLACKANDWHITE_ALPHA": 2...2, "GRAYSCALE_ALPHA": 2...2, "RGB_ALPHA": 4...4,
  ]

  /// Reads what follows the signature.
  ///
  /// - Throws: `corrupt`, `truncated`; `unsupported` for another tuple type or depth.
  init(_ stream: ByteStream) throws(FormatError) {
    var numbers: [String: Int] = [:]
    var type: [String] = []
    while true {
      let words = try PAMHeader.words(stream)
      guard let word = words.first, word.first != "#" else { continue }
      if word == "ENDHDR" { break }
      switch word {
      case "WIDTH", "HEIGHT", "DEPTH", "MAXVAL":
        guard words.count == 2, numbers[word] == nil, words[1].utf8.allSatisfy(\.isDigit),
          words[1].utf8.count <= PNMHeader.mostDigits, let number = Int(words[1])
        else {
          throw .corrupt(.netpbm(.notAWholeNumber(after: word, digits: PNMHeader.mostDigits)))
        }
        numbers[word] = number
      case "TUPLTYPE": type += words.dropFirst()
      default: throw .corrupt(.netpbm(.unknownWord(word.excerpt)))
      }
    }
    func number(_ word: String) throws(FormatError) -> Int {
      guard let number = numbers[word] else { throw .corrupt(.netpbm(.noWord(word))) }
      return number
    }
    (width, height) = (try number("WIDTH"), try number("HEIGHT"))
    (depth, maximum) = (try number("DEPTH"), try number("MAXVAL"))
    let name = type.joined(separator: " ")
    guard let depths = PAMHeader.depths[name], depths.contains(depth) else {
      throw .unsupported(.pam(tupleType: name.excerpt, depth: depth))
    }
  }

  /// The words of the next line, whose line feed is left out, but for the one after `ENDHDR`.
  private static func words(_ stream: ByteStream) throws(FormatError) -> [String] {
    let mostBytes = 1 << 12
    var line: [UInt8] = []
    while let byte = try stream.peek(), byte != .lineFeed {
      guard line.count < mostBytes else { throw .corrupt(.netpbm(.lineTooLong)) }
      line.append(byte)
      stream.skip()
    }
    let words = line.split(whereSeparator: \.isWhitespace).map { Array($0) }
    if words.first != Array("ENDHDR".utf8) {
      guard try stream.peek() != nil else {
        throw .truncated(expectedBytes: stream.offset + 1, foundBytes: stream.offset)
      }
      stream.skip()
    }
    return words.map { String(decoding: $0, as: UTF8.self) }
  }
}
