/// The numbered colours of terminals, and which of them stands best for a given colour.
public enum Palette {
  /// The 16 ANSI colours as xterm shows them: eight, then eight bright ones.
  public static let ansi: [Color] = [
    Color(0x000000), Color(0xCD0000), Color(0x00CD00), Color(0xCDCD00),
    Color(0x0000EE), Color(0xCD00CD), Color(0x00CDCD), Color(0xE5E5E5),
    Color(0x7F7F7F), Color(0xFF0000), Color(0x00FF00), Color(0xFFFF00),
    Color(0x5C5CFF), Color(0xFF00FF), Color(0x00FFFF), Color(0xFFFFFF),
  ]

  /// The 256 colours of xterm: the ANSI ones, a cube of six levels a channel, and 24 greys.
  ///
  /// A person may have given the first 16 any look; only the other 240 are what is said here.
  public static let xterm: [Color] = ansi + cube + greys

  private static let cube: [Color] = (0..<216).map { index in
    Color(red: levels[index / 36], green: levels[index / 6 % 6], blue: levels[index % 6])
  }

  private static let greys: [Color] = (0..<24).map { index in
    let level = UInt8(8 + 10 * index)
    return Color(red: level, green: level, blue: level)
  }

  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The number, from 16 to 255, of the colour of `xterm` that looks nearest.
  public static func nearestOf256(_ color: Color) -> Int {
    let wanted = PerceptualColor(color)
    var (nearest, least) = (0, Float.infinity)
    for (index, offered) in fixed.enumerated() {
      let distance = wanted.squaredDistance(to: offered)
      if distance < least { (nearest, least) = (index, distance) }
    }
    return nearest + 16
  }

  /// The number of the colour among the first `count` ANSI colours that says the same.
  ///
  /// So few colours cannot look alike, but they can keep the hue, which carries a sign: a colour
  /// that is not nearly grey becomes the coloured one of the nearest hue, and only then is
  /// lightness compared.
  ///
  /// - Parameter count: 8 or 16.
  public static func nearestOfANSI(_ color: Color, count: Int) -> Int {
    let wanted = PerceptualColor(color)
    let isGrey = wanted.chroma < greyChroma
    func distance(_ index: Int) -> Float {
      let offered = named[index]
      guard (offered.chroma < greyChroma) == isGrey else { return .infinity }
      let lightness = wanted.lightness - offered.lightness
      guard !isGrey else { return lightness * lightness }
      let hue = wanted.lanes / wanted.chroma - offered.lanes / offered.chroma
      return hue.y * hue.y + hue.z * hue.z + lightness * lightness
    }
    return (0..<count).min { distance($0) < distance($1) }!
  }

  /// Below this distance from grey a colour has no hue that anyone would name.
  private static let greyChroma: Float = 0.04

  private static let fixed: [PerceptualColor] = xterm[16...].map { PerceptualColor($0) }
  private static let named: [PerceptualColor] = ansi.map { PerceptualColor($0) }
}
