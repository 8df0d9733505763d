/// The colours of a picture where a cell names none of its own.
public struct PictureColors: Hashable, Sendable {
  public let ink: Color
  public let ground: Color

  public init(ink: Color, ground: Color) {
    self.ink = ink
    self.ground = ground
  }

  public func ink(of style: Style) -> Color {
    style.attributes.contains(.reverse) ? style.background ?? ground : style.foreground ?? ink
  }

  public func ground(of style: Style) -> Color {
    style.attributes.contains(.reverse) ? style.foreground ?? ink : style.background ?? ground
  }
}
