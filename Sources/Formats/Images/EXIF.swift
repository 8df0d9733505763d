/// What a camera noted beside a photograph; of it only which side is up.
///
/// Source: CIPA DC-008, *Exchangeable image file format*: the tags lie in TIFF's form.
enum EXIF {
  /// The most bytes of it that are looked at; in a JPEG it cannot have more.
  static let greatestLength = 1 << 16

  /// The types of whole numbers by TIFF's numbers for them, with their sizes in bytes. A standard
  /// file has one of two bytes; some telephones write four, and Pillow takes all of these.
  private static let integerSizes = [3: 2, 4: 4, 6: 1, 8: 2, 9: 4, 13: 4, 16: 8]

  /// Reads the tag 274 of the first directory.
  ///
  /// - Parameter bytes: The tags, from their byte order (`II` or `MM`) on.
  /// - Returns: `topLeft` also where the tag is missing or damaged, as programs that show it do.
  static func orientation(in bytes: [UInt8]) -> Orientation {
    let mark = bytes.prefix(2)
    let isBigEndian = mark.elementsEqual([0x4D, 0x4D])
    func number(_ offset: Int, _ size: Int) -> Int? {
      bytes.number(at: offset, size: size, isBigEndian: isBigEndian)
    }
    guard isBigEndian || mark.elementsEqual([0x49, 0x49]), number(2, 2) == 42,
      let directory = number(4, 4), let count = number(directory, 2)
    else { return .topLeft }
    for entry in 0..<count {
      let at = directory + 2 + 12 * entry
      guard let tag = number(at, 2) else { break }
      guard tag == 274, let type = number(at + 2, 2), let size = integerSizes[type],
        let count = number(at + 4, 4), count > 0
      else { continue }
      // What takes more than four bytes stands elsewhere; of several numbers the first counts.
      let value = count <= 4 / size ? at + 8 : number(at + 8, 4)
      return value.flatMap { number($0, size) }.flatMap(Orientation.init) ?? .topLeft
    }
    return .topLeft
  }
}
