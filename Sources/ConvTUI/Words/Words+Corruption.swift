import Formats

/// How a file is damaged.
extension Words {
  func sentence(_ fault: FormatError.Corruption) -> String {
    "It is damaged: \(phrase(fault)); an undamaged file is needed."
  }

  private func phrase(_ fault: FormatError.Corruption) -> String {
    switch fault {
    case .endsEarly: "the file ends too early"
    case .notEnoughMemory: "there is not enough memory"
    case .noSignature(.numPy): "the NumPy signature is missing"
    case .noSignature(.netpbm): "the netpbm signature is missing"
    case .magic(let found, let expected):
      "it starts with \(hexadecimal(found)), not \(hexadecimal(expected))"
    case .contradictoryHeader: "the header contradicts itself"
    case .tooManyScans: "it has too many scans"
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
    case .endsEarly: "the compressed data ends too early"
    case .broken: "the compressed data is invalid"
    }
  }

  private func phrase(_ fault: FormatError.Corruption.ZIP) -> String {
    switch fault {
    case .noDirectory: "the directory at the end of the archive is missing"
    case .damagedDirectory: "the directory of the archive is damaged"
    case .repeatedName(let name): "the archive holds “\(name)” twice"
    case .noSize(let name): "the size of “\(name)” is missing"
    case .outside(let name): "“\(name)” lies outside the archive"
    case .tooLong(let name, let size, let limit):
      "“\(name)” has \(size) bytes, but the maximum is \(limit)"
    case .tooTight(let name, let size, let packedSize):
      "“\(name)” declares \(size) bytes, too many for \(packedSize) compressed bytes"
    case .size(let name, let announced, let found):
      "“\(name)” declares \(announced) bytes but has \(found.map(String.init) ?? "more")"
    case .checksum(let name): "the checksum of “\(name)” is wrong"
    }
  }

  // MARK: Arrays

  private func phrase(_ fault: FormatError.Corruption.NPY) -> String {
    switch fault {
    case .noDictionary(let byte): "the header is not a dictionary at byte \(byte)"
    case .noElementType: "the header has no element type"
    case .noShape: "the header has no valid shape or order"
    }
  }

  private func phrase(_ fault: FormatError.Corruption.Safetensors) -> String {
    switch fault {
    case .headerTooLong(let limit): "the header is longer than \(limit) bytes, the maximum"
    case .numbersTooLong(let bytes, let limit):
      "it has \(bytes) bytes of numbers, but the maximum is \(limit)"
    case .length(let name, let dimensions, let type, let bytes):
      "“\(name)” has \(bytes) bytes, which do not fit \(dimensions) \(type)"
    case .place(let name, let begin, let end, let expected):
      "“\(name)” has the bytes \(begin) to \(end), but must start at byte \(expected)"
    case .unknownField(let name): "an array has no property “\(name)”"
    }
  }

  // MARK: JSON

  private func phrase(_ fault: FormatError.Corruption.JSON) -> String {
    switch fault {
    case .missing(let part, .header(let byte)):
      "\(name(of: part)) is missing at byte \(byte) of the header"
    case .missing(let part, .text(let line, let column)):
      "\(name(of: part)) is missing in line \(line), column \(column)"
    case .repeatedKey(let key): "the key “\(key)” appears twice"
    case .tooDeep(let limit): "it is nested more than \(limit) levels deep"
    case .count(let count, let dimensions):
      "its lists hold \(count) numbers instead of \(dimensions)"
    }
  }

  private func name(of part: FormatError.Corruption.JSON.Part) -> String {
    switch part {
    case .mark(let mark): "“\(mark)”"
    case .value: "a value"
    case .endOfValue: "the end of a value"
    case .wholeNumber: "a whole number"
    case .endOfText: "the end of a string"
    case .endOfFile: "the end"
    case .utf8: "UTF-8"
    case .character: "a character"
    case .escapedCharacter: "an escaped character"
    case .fourDigits: "the four digits of a character"
    case .secondSurrogate: "the second half of a character"
    case .offsets: "a pair of offsets"
    case .fieldOfArray: "a dtype, a shape or data_offsets"
    }
  }

  // MARK: Images

  private func phrase(_ fault: FormatError.Corruption.BMP) -> String {
    switch fault {
    case .width(let width): "its width is \(width) pixels"
    case .noPalette: "the palette before the pixels is missing"
    case .pixelsWithinHeader(let begin, let end):
      "the pixels start at byte \(begin), but the data before them ends at byte \(end)"
    case .color(let color, let count, let row, let column):
      "stored row \(row), column \(column) has colour \(color), but the palette has \(count) colours"
    }
  }

  private func phrase(_ fault: FormatError.Corruption.Netpbm) -> String {
    switch fault {
    case .maximum(let maximum): "its maximum is \(maximum)"
    case .sample(let sample, let maximum): "a sample is \(sample), above the maximum \(maximum)"
    case .notAWholeNumber(let word, let digits):
      "\(word) needs one whole number of at most \(digits) digits"
    case .noWord(let word): "the header has no \(word)"
    case .unknownWord(let word): "the header has the unknown word “\(word)”"
    case .lineTooLong: "a line of the header is too long"
    }
  }
}
