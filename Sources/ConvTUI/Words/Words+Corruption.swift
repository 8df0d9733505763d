import Formats

/// How a file is damaged.
extension Words {
  func sentence(_ fault: FormatError.Corruption) -> String {
    "It is damaged: \(phrase(fault)). An undamaged file is needed."
  }

  private func phrase(_ fault: FormatError.Corruption) -> String {
    switch fault {
    case .endsEarly: "the file ends too early"
    case .notEnoughMemory: "not enough memory"
    case .noSignature(.numPy): "no NumPy signature"
    case .noSignature(.netpbm): "no netpbm signature"
    case .magic(let found, let expected):
      "it starts with \(hexadecimal(found)), not \(hexadecimal(expected))"
    case .contradictoryHeader: "the header contradicts itself"
    case .tooManyScans: "too many scans"
    case .library(let words): words
    case .deflate(let fault): phrase(fault)
    case .zip(let fault): phrase(fault)
    case .npy(let fault): phrase(fault)
    case .safetensors(let fault): phrase(fault)
    case .json(let fault): phrase(fault)
    case .bmp(let fault): phrase(fault)
    case .netpbm(let fault): phrase(fault)
    }
  }

  /// As in `0x00000803`.
  private func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  // MARK: Archives

  private func phrase(_ fault: FormatError.Corruption.Deflate) -> String {
    switch fault {
    case .cannotStart: "zlib cannot start"
    case .endsEarly: "the packed data ends too early"
    case .broken: "the packed data is broken"
    }
  }

  private func phrase(_ fault: FormatError.Corruption.ZIP) -> String {
    switch fault {
    case .noDirectory: "the archive's directory is missing, which stands at the end"
    case .damagedDirectory: "the archive's directory is damaged"
    case .repeatedName(let name): "“\(name)” stands twice in the archive"
    case .noSize(let name): "the size of “\(name)” is missing"
    case .outside(let name): "“\(name)” lies outside of the archive"
    case .tooLong(let name, let size, let limit):
      "“\(name)” of \(size) bytes, where \(limit) is the most"
    case .tooTight(let name, let size, let packedSize):
      "“\(name)” announces \(size) bytes in \(packedSize) packed ones"
    case .size(let name, let announced, let found):
      "“\(name)” announces \(announced) bytes and has \(found.map(String.init) ?? "more")"
    case .checksum(let name): "the checksum of “\(name)” is wrong"
    }
  }

  // MARK: Arrays

  private func phrase(_ fault: FormatError.Corruption.NPY) -> String {
    switch fault {
    case .noDictionary(let byte): "the header is no dictionary, from its byte \(byte) on"
    case .noElementType: "no element type in the header"
    case .noShape: "no shape or order that can be read in the header"
    }
  }

  private func phrase(_ fault: FormatError.Corruption.Safetensors) -> String {
    switch fault {
    case .headerTooLong(let limit): "a header of more than \(limit) bytes, which are the most"
    case .numbersTooLong(let bytes, let limit):
      "\(bytes) bytes of numbers, where \(limit) is the most"
    case .length(let name, let dimensions, let type, let bytes):
      "“\(name)” of \(dimensions) \(type) has \(bytes) bytes"
    case .place(let name, let begin, let end, let expected):
      "“\(name)” takes the bytes \(begin) to \(end), where \(expected) comes next"
    case .unknownField(let name): "“\(name)” is no property of an array"
    }
  }

  // MARK: JSON

  private func phrase(_ fault: FormatError.Corruption.JSON) -> String {
    switch fault {
    case .missing(let part, .header(let byte)):
      "\(name(of: part)) is missing at byte \(byte) of the header"
    case .missing(let part, .text(let line, let column)):
      "\(name(of: part)) is missing in line \(line), column \(column)"
    case .repeatedKey(let key): "“\(key)” stands twice"
    case .tooDeep(let limit): "it is nested more than \(limit) deep"
    case .count(let count, let dimensions): "\(count) numbers in lists for \(dimensions)"
    }
  }

  private func name(of part: FormatError.Corruption.JSON.Part) -> String {
    switch part {
    case .mark(let mark): "“\(mark)”"
    case .value: "a value"
    case .endOfValue: "the end of a value"
    case .wholeNumber: "a whole number"
    case .endOfText: "the end of a text"
    case .endOfFile: "the end"
    case .utf8: "UTF-8"
    case .character: "a character"
    case .escapedCharacter: "an escaped character"
    case .fourDigits: "a character's four digits"
    case .secondSurrogate: "the second half of a character"
    case .offsets: "a pair of offsets"
    case .fieldOfArray: "a dtype, a shape or data_offsets"
    }
  }

  // MARK: Images

  private func phrase(_ fault: FormatError.Corruption.BMP) -> String {
    switch fault {
    case .width(let width): "a width of \(width) pixels"
    case .noPalette: "no palette before the pixels"
    case .pixelsWithinHeader(let begin, let end):
      "the pixels begin at byte \(begin), and what stands before them ends at \(end)"
    case .color(let color, let count, let row, let column):
      "colour \(color) of a palette of \(count), in stored row \(row), column \(column)"
    }
  }

  private func phrase(_ fault: FormatError.Corruption.Netpbm) -> String {
    switch fault {
    case .maximum(let maximum): "maximum \(maximum)"
    case .sample(let sample, let maximum): "sample \(sample) above the maximum \(maximum)"
    case .notAWholeNumber(let word, let digits):
      "\(word) without one whole number of at most \(digits) digits"
    case .noWord(let word): "no \(word) in the header"
    case .unknownWord(let word): "“\(word)” in the header"
    case .lineTooLong: "a line too long in the header"
    }
  }
}
