import Formats
import Testing

@testable import ConvTUI

private typealias Corruption = FormatError.Corruption

private let general: [(Corruption, String)] = [
  (.endsEarly, "the file ends too early"), (.notEnoughMemory, "not enough memory"),
  (.noSignature(.numPy), "no NumPy signature"), (.noSignature(.netpbm), "no netpbm signature"),
  (.magic(found: 0x80A, expected: 0x803), "it starts with 0x0000080a, not 0x00000803"),
  (.contradictoryHeader, "the header contradicts itself"), (.tooManyScans, "too many scans"),
  (.library("IHDR: CRC error"), "IHDR: CRC error"),
  (.npy(.noDictionary(byte: 7)), "the header is no dictionary, from its byte 7 on"),
  (.npy(.noElementType), "no element type in the header"),
  (.npy(.noShape), "no shape or order that can be read in the header"),
]

private let archives: [(Corruption, String)] = [
  (.deflate(.cannotStart), "zlib cannot start"),
  (.deflate(.endsEarly), "the packed data ends too early"),
  (.deflate(.broken), "the packed data is broken"),
  (.zip(.noDirectory), "the archive's directory is missing, which stands at the end"),
  (.zip(.damagedDirectory), "the archive's directory is damaged"),
  (.zip(.repeatedName("x")), "“x” stands twice in the archive"),
  (.zip(.noSize("x")), "the size of “x” is missing"),
  (.zip(.outside("x")), "“x” lies outside of the archive"),
  (.zip(.tooLong("x", size: 12, limit: 9)), "“x” of 12 bytes, where 9 is the most"),
  (
    .zip(.tooTight("x", size: 268_500_992, packedSize: 77)),
    "“x” announces 268500992 bytes in 77 packed ones"
  ),
  (.zip(.size("x", announced: 200, found: 136)), "“x” announces 200 bytes and has 136"),
  (.zip(.size("x", announced: 200, found: nil)), "“x” announces 200 bytes and has more"),
  (.zip(.checksum("x")), "the checksum of “x” is wrong"),
  (
    .safetensors(.headerTooLong(limit: 100)), "a header of more than 100 bytes, which are the most"
  ),
  (
    .safetensors(.numbersTooLong(101, limit: 100)), "101 bytes of numbers, where 100 is the most"
  ),
  (
    .safetensors(.length("x", dimensions: [2, 3], type: "F32", bytes: 8)),
    "“x” of [2, 3] F32 has 8 bytes"
  ),
  (
    .safetensors(.place("x", begin: 4, end: 8, expectedBegin: 0)),
    "“x” takes the bytes 4 to 8, where 0 comes next"
  ),
  (.safetensors(.unknownField("x")), "“x” is no property of an array"),
]

private let json: [(Corruption, String)] =
  [
    (Corruption.JSON.Part.mark("]"), "“]”"), (.value, "a value"),
    (.endOfValue, "the end of a value"), (.wholeNumber, "a whole number"),
    (.endOfText, "the end of a text"), (.endOfFile, "the end"), (.utf8, "UTF-8"),
    (.character, "a character"), (.escapedCharacter, "an escaped character"),
    (.fourDigits, "a character's four digits"),
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
    (.json(.repeatedKey("x")), "“x” stands twice"),
    (.json(.tooDeep(limit: 16)), "it is nested more than 16 deep"),
    (.json(.count(5, dimensions: [2, 3])), "5 numbers in lists for [2, 3]"),
  ]

private let images: [(Corruption, String)] = [
  (.bmp(.width(-1)), "a width of -1 pixels"), (.bmp(.noPalette), "no palette before the pixels"),
  (
    .bmp(.pixelsWithinHeader(begin: 20, headerEnd: 54)),
    "the pixels begin at byte 20, and what stands before them ends at 54"
  ),
  (
    .bmp(.color(5, paletteCount: 5, row: 3, column: 4)),
    "colour 5 of a palette of 5, in stored row 3, column 4"
  ),
  (.netpbm(.maximum(70_000)), "maximum 70000"),
  (.netpbm(.sample(10, maximum: 9)), "sample 10 above the maximum 9"),
  (
    .netpbm(.notAWholeNumber(after: "WIDTH", digits: 9)),
    "WIDTH without one whole number of at most 9 digits"
  ),
  (.netpbm(.noWord("DEPTH")), "no DEPTH in the header"),
  (.netpbm(.unknownWord("WHAT")), "“WHAT” in the header"),
  (.netpbm(.lineTooLong), "a line too long in the header"),
]

/// Whoever must not repeat what stands in a file asks the error, and what it would repeat stands in
/// quotation marks.
@Test(arguments: general + archives + json + images)
func damageIsSaid(_ fault: FormatError.Corruption, phrase: String) {
  let error = FormatError.corrupt(fault)
  #expect(words.sentence(error) == "It is damaged: \(phrase). An undamaged file is needed.")
  #expect(error.quotes == phrase.contains("“"))
}
