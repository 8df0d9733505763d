/// What keeps bytes from becoming a tensor, a notation from becoming a value, or a tensor a file.
///
/// Lines, columns and rows count from 1. A column counts Unicode scalars, not bytes. Texts taken
/// from a file are at most 40 scalars long and hold no control characters.
public enum FormatError: Error, Hashable, Sendable {
  /// There is no byte.
  case noBytes
  /// There is no number at all.
  case empty
  /// The field at this place is not a whole number with at most this many digits.
  case notAWholeNumber(text: String, digits: Int, line: Int, column: Int)
  /// A field starts at this place and is not a number; an empty field has an empty text.
  case notANumber(text: String, line: Int, column: Int)
  /// A field starts at this place whose comma may be a decimal point or part thousands.
  case ambiguousComma(text: String, line: Int, column: Int)
  /// A text's first line begins with an empty field, as a table with an index column does.
  case indexColumn
  /// A number that is written there in digits is past the greatest finite one in single precision.
  case tooGreat(text: String, line: Int, column: Int)
  /// The same of an element of an array, whose indices count from 0.
  case tooGreatElement(Double, at: [Int])
  /// A field starts at this place in which something is divided by 0.
  case zeroDivisor(text: String, line: Int, column: Int)
  /// A row, or any nested list, whose length differs from the first of its kind; `row` is its
  /// place in the list that holds it.
  case raggedRows(row: Int, expected: Int, found: Int)
  /// JSON with something unexpected; `found` is empty at the end of the text.
  case unexpected(found: String, expected: Expectation, line: Int, column: Int)
  /// The file declares more bytes than it has; both counts are for the whole file.
  case truncated(expectedBytes: Int, foundBytes: Int)
  /// The file has more bytes than it declares; both counts are for the whole file.
  case overlong(expectedBytes: Int, foundBytes: Int)
  /// The data has this many axes, where 1 to 4 are needed.
  case rank(Int)
  /// The file is well-formed but holds something that is not read.
  case unsupported(Unsupported)
  /// A named array holds numbers of this type, which is none of those that are read.
  case elementType(String, of: String, readable: [String])
  /// The file breaks the rules of its own format.
  case corrupt(Corruption)
  /// Neither the bytes nor the file name's ending (lower case, without its dot) tell the format.
  case unknownFormat(ending: String)
  /// The first bytes are those of a file of another program.
  case foreign(ForeignFormat)
  /// More elements are announced than the limit; one dimension alone is a count that goes on.
  case tooLarge(dimensions: [Int], limit: Int = maximumCount)
  /// An image has more pixels than the caller takes.
  case tooManyPixels(width: Int, height: Int, limit: Int)
  /// The file declares a row or a column with too many numbers.
  case tooLong(Int, limit: Int = longestSide)
  /// The first bytes do not belong to a known image format.
  case notAnImage
  /// The file is one that is read whole, and longer than this many bytes.
  case tooManyBytes(limit: Int)
  /// The file failed while it was read; the reason is the system's own.
  case unreadable(reason: String)
  /// The caller cancelled the work.
  case cancelled
  /// There are several arrays, and none was named. At most ten names are listed, of `count`.
  case unnamedArray(names: [String], count: Int)
  /// No array has this name. At most ten names that are there are listed, of `count`.
  case missingArray(String, names: [String], count: Int)
  /// The format holds no named arrays, but the user named one.
  case namedArray(String)
  /// No tensor is written under this ending; `TensorFormat.writableEndings` are the ones that work.
  case notWritable(ending: String)
  /// A CSV file holds one plane, and the tensor has this many axes.
  case notAPlane(rank: Int)

  /// The most elements that a tensor read from a file may have: 1 GB of them.
  public static let maximumCount = 250_000_000
  /// The most rows, and the most columns: more can be correlated with nothing.
  public static let longestSide = 1 << 24

  /// What JSON allows at some place.
  public enum Expectation: Hashable, Sendable, CaseIterable {
    case list, number, listOrNumber, commaOrEndOfList, endOfText
  }
}

extension FormatError {
  /// Returns how many numbers a tensor from a file has, before anything is allocated for it.
  ///
  /// - Parameter dimensions: The last two are rows and columns.
  /// - Throws: `rank` unless there are one to four dimensions, `empty` where one of them is 0,
  ///   `tooLarge` past the limit, `tooLong`.
  static func count(
    _ dimensions: [Int], limit: Int = maximumCount
  ) throws(FormatError) -> Int {
    guard (1...4).contains(dimensions.count) else { throw .rank(dimensions.count) }
    let product = try product(dimensions, limit: limit)
    if product == 0 { throw .empty }
    try checkSides(dimensions.suffix(2))
    return product
  }

  /// Returns the product of dimensions that come from a file.
  ///
  /// - Throws: `tooLarge` where the product of those that are not 0 is past the limit, so that no
  ///   part of the product ever is.
  static func product(
    _ dimensions: [Int], limit: Int = maximumCount
  ) throws(FormatError) -> Int {
    var count = 1
    for dimension in dimensions where dimension != 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
      guard !overflow, product <= limit else {
        throw .tooLarge(dimensions: dimensions, limit: limit)
      }
      count = product
    }
    return dimensions.contains(0) ? 0 : count
  }

  /// - Throws: `tooLong` where one of the sides is.
  static func checkSides(_ sides: some Sequence<Int>) throws(FormatError) {
    if let side = sides.max(), side > longestSide { throw .tooLong(side) }
  }
}

extension FormatError {
  /// Whether it repeats some of what stands in the file.
  public var quotes: Bool {
    switch self {
    case .notAWholeNumber, .notANumber, .tooGreat, .tooGreatElement, .zeroDivisor, .unexpected,
      .elementType, .unnamedArray, .missingArray:
      true
    case .unsupported(let found): found.quotes
    case .corrupt(let fault): fault.quotes
    default: false
    }
  }
}
