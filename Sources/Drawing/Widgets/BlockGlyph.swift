/// A sign of a number as pixels, five above each other, drawn for this program.
struct BlockGlyph {
  /// The pixels of each row; the leftmost is the highest of `width` bits.
  let rows: [UInt8]
  let width: Int

  /// The pixels above each other.
  static let height = 5

  func hasPixel(row: Int, column: Int) -> Bool { rows[row] >> (width - 1 - column) & 1 == 1 }

  /// The shape of a character; nil for what stands in no number.
  static func of(_ character: Character) -> BlockGlyph? {
    character.asciiValue.map { digits[Int($0)] } ?? all[character]
  }

  /// Those of ASCII, found without a look into a dictionary.
  private static let digits = (0..<128).map { all[Character(Unicode.Scalar($0))] }

  private init(_ rows: [Substring]) {
    width = rows[0].count
    self.rows = rows.map { $0.reduce(0) { $0 << 1 | ($1 == "#" ? 1 : 0) } }
  }

  private static let all: [Character: BlockGlyph] = {
    var all: [Character: BlockGlyph] = [:]
    for (characters, drawing) in drawings {
      let lines = drawing.split(separator: "\n").map { $0.split(separator: " ") }
      for (place, character) in characters.enumerated() {
        all[character] = BlockGlyph(lines.map { $0[place] })
      }
    }
    return all
  }()

  private static let drawings = [
    (
      "0123456789",
      """
      ### .#. ### ### #.# ### ### ### ### ###
      #.# ##. ..# ..# #.# #.. #.. ..# #.# #.#
      #.# .#. ### ### ### ### ### .#. ### ###
      #.# .#. #.. ..# ..# ..# #.# .#. #.# ..#
      ### ### ### ### ..# ### ### .#. ### ###
      """
    ),
    (
      "−+.eNa∞?·",
      """
      .. ... . ... #..# ... ..... ### .
      .. .#. . .## ##.# ... .#.#. ..# .
      ## ### . #.# #.## .## #.#.# .## #
      .. .#. . ##. #..# #.# .#.#. ... .
      .. ... # .## #..# .## ..... .#. .
      """
    ),
  ]
}
