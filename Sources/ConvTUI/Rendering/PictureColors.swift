/// The colours of a picture where a cell names none of its own.
struct PictureColors: Hashable, Sendable {
  let ink: Color
  let ground: Color

  func ink(of style: Style) -> Color {
    style.attributes.contains(.reverse) ? style.background ?? ground : style.foreground ?? ink
  }

  func ground(of style: Style) -> Color {
    style.attributes.contains(.reverse) ? style.foreground ?? ink : style.background ?? ground
  }
}
