import Formats
import Testing

@testable import ConvTUI

private typealias Corruption = FormatError.Corruption

private let general: [(Corruption, String)] = [
  (.endsEarly, "the file ends too early"), (.notEnoughMemory, "there is not enough memory"),
  (.noSignature(.numPy), "the NumPy signature is missing"),
  (.noSignature(.netpbm), "the netpbm signature is missing"),
  (.magic(found: 0x80A, expected: 0x803), "it starts with 0x0000080a, not 0x00000803"),
  (.contradictoryHeader, "the header contradicts itself"), (.tooManyScans, "it has too many scans"),
  (.library("IHDR: CRC error"), "IHDR: CRC error"),
  (.npy(.noDictionary(byte: 7)), "the header is not a dictionary at byte 7"),
  (.npy(.noElementType), "the header has no element type"),
  (.npy(.noShape), "the header has no valid shape or order"),
]

private let archives: [(Corruption, String)] = [
  (.deflate(.cannotStart), "zlib cannot start"),
  (.deflate(.endsEarly), "the compressed data ends too early"),
  (.deflate(.broken), "the compressed data is invalid"),
  (.zip(.noDirectory), "the directory at the end of the archive is missing"),
  (.zip(.damagedDirectory), "the directory of the archive is damaged"),
  (.zip(.repeatedName("x")), "the archive holds “x” twice"),
  (.zip(.noSize("x")), "the size of “x” is missing"),
  (.zip(.outside("x")), "“x” lies outside the archive"),
  (.zip(.tooLong("x", size: 12, limit: 9)), "“x” has 12 bytes, but the maximum is 9"),
  (
    .zip(.tooTight("x", size: 268_500_992, packedSize: 77)),
    "“x” declares 268500992 bytes, too many for 77 compressed bytes"
  ),
  (.zip(.size("x", announced: 200, found: 136)), "“x” declares 200 bytes but has 136"),
  (.zip(.size("x", announced: 200, found: nil)), "“x” declares 200 bytes but has more"),
  (.zip(.checksum("x")), "the checksum of “x” is wrong"),
  (
    .safetensors(.headerTooLong(limit: 100)), "the header is longer than 100 bytes, the maximum"
  ),
  (
    .safetensors(.numbersTooLong(101, limit: 100)),
    "it has 101 bytes of numbers, but the maximum is 100"
  ),
  (
    .safetensors(.length("x", dimensions: [2, 3], type: "F32", bytes: 8)),
    "“x” has 8 bytes, which do not fit [2, 3] F32"
  ),
  (
    .safetensors(.place("x", begin: 4, end: 8, expectedBegin: 0)),
    "“x” has the bytes 4 to 8, but must start at byte 0"
  ),
  (.safetensors(.unknownField("x")), "an array has no property “x”"),
]

private let trainings: [(Corruption, String)] = [
  (.noSignature(.pyTorch), "the PyTorch signature is missing"),
  (.events(.message), "a protobuf message is invalid"),
  (.events(.count(3, dimensions: [2, 2])), "a tensor has 3 numbers, which do not fit [2, 2]"),
  (
    .events(.histogram(dimensions: [2, 4])), "a histogram has the shape [2, 4], not N rows of 3"
  ),
  (.pickle(.endsEarly), "its pickle ends too early"),
  (.pickle(.unknownCode(255, byte: 1)), "its pickle has the unknown opcode 255 at byte 1"),
  (.pickle(.broken(byte: 2)), "its pickle is invalid before byte 2"),
  (.pickle(.tooDeep(limit: 1000)), "its objects are nested more than 1000 levels deep"),
  (.pickle(.tooManyObjects), "its pickle expands to too many objects"),
  (.torch(.noStorage("x")), "the numbers of “x” are missing"),
  (.torch(.outside("x")), "“x” reaches past the end of its storage"),
]

private let json: [(Corruption, String)] =
  [
    (Corruption.JSON.Part.mark("]"), "“]”"), (.value, "a value"),
    (.endOfValue, "the end of a value"), (.wholeNumber, "a whole number"),
    (.endOfText, "the end of a string"), (.endOfFile, "the end"), (.utf8, "UTF-8"),
    (.character, "a character"), (.escapedCharacter, "an escaped character"),
    (.fourDigits, "the four digits of a character"),
    (.secondSurrogate, "the second half of a character"), (.offsets, "a pair of offsets"),
    (.fieldOfArray, "a dtype, a shape or data_offsets"),
  ].map { part, name in
    (
      Corruption.json(.missing(part, at: .text(line: 2, column: 3))),
      name + " is missing in line 2, column 3"
    )
  } + [
    (
      .json(.missing(.value, at: .header(byte: 9))), "a value is missing at byte 9 of the header"
    ),
    (.json(.repeatedKey("x")), "the key “x” appears twice"),
    (.json(.tooDeep(limit: 16)), "it is nested more than 16 levels deep"),
    (.json(.count(5, dimensions: [2, 3])), "its lists hold 5 numbers instead of [2, 3]"),
  ]

private let images: [(Corruption, String)] = [
  (.bmp(.width(-1)), "its width is -1 pixels"),
  (.bmp(.noPalette), "the palette before the pixels is missing"),
  (
    .bmp(.pixelsWithinHeader(begin: 20, headerEnd: 54)),
    "the pixels start at byte 20, but the data before them ends at byte 54"
  ),
  (
    .bmp(.color(5, paletteCount: 5, row: 3, column: 4)),
    "stored row 3, column 4 has colour 5, but the palette has 5 colours"
  ),
  (.netpbm(.maximum(70_000)), "its maximum is 70000"),
  (.netpbm(.sample(10, maximum: 9)), "a sample is 10, above the maximum 9"),
  (
    .netpbm(.notAWholeNumber(after: "WIDTH", digits: 9)),
    "WIDTH needs one whole number of at most 9 digits"
  ),
  (.netpbm(.noWord("DEPTH")), "the header has no DEPTH"),
  (.netpbm(.unknownWord("WHAT")), "the header has the unknown word “WHAT”"),
  (.netpbm(.lineTooLong), "a line of the header is too long"),
]

private let all: [(Corruption, String)] = [general, archives, trainings, json, images].flatMap {
  $0
}

/// Whoever must not repeat what stands in a file asks the error, and what it would repeat stands in
/// quotation marks.
@Test(arguments: all)
func damageIsSaid(_ fault: FormatError.Corruption, phrase: String) {
  let error = FormatError.corrupt(fault)
  #expect(words.sentence(error) == "It is damaged: \(phrase); an undamaged file is needed.")
  #expect(error.quotes == phrase.contains("“"))
}
