/// A sign of a number as pixels, five above each other, drawn for this program.
struct BlockGlyph {
  /// The pixels, the first row in the lowest eight bits; the leftmost is the highest of `width` bits.
  private let pixels: UInt64
  let width: Int

  /// The pixels above each other.
  static let height = 5

  func hasPixel(row: Int, column: Int) -> Bool {
    pixels >> (8 * row + width - 1 - column) & 1 == 1
  }

  /// The shape of a character; nil for what stands in no number.
  static func of(_ character: Unicode.Scalar) -> BlockGlyph? { all[character] }

  private init(_ rows: [Substring]) {
    width = rows[0].count
    pixels = rows.reversed().reduce(0) { pixels, row in
      pixels << 8 | row.reduce(0) { $0 << 1 | ($1 == "#" ? 1 : 0) }
    }
  }

  private static let all: [Unicode.Scalar: BlockGlyph] = {
    var all: [Unicode.Scalar: BlockGlyph] = [:]
    for (characters, drawing) in drawings {
      let lines = drawing.split(separator: "\n").map { $0.split(separator: " ") }
      for (place, character) in characters.unicodeScalars.enumerated() {
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
      "−+=.eNa∞?·",
      """
      .. ... ... . ... #..# ... ..... ### .
      .. .#. ### . .## ##.# ... .#.#. ..# .
      ## ### ... . #.# #.## .## #.#.# .## #
      .. .#. ### . ##. #..# #.# .#.#. ... .
      .. ... ... # .## #..# .## ..... .#. .
      """
    ),
    (
      "×/(),mx",
      """
      ... ..# .# #. .. ..... ...
      #.# ..# #. .# .. ..... ...
      .#. .#. #. .# .. ####. #.#
      #.# #.. #. .# .# #.#.# .#.
      ... #.. .# #. #. #.#.# #.#
      """
    ),
    (
      "⋆∗→≈",
      """
      ..#.. ..#.. #.... .###...#
      ##### #.#.# ###.. #...###.
      .###. .###. ##### ........
      ##.## #.#.# ###.. .###...#
      #...# ..#.. #.... #...###.
      """
    ),
  ]
}
