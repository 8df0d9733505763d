import TestSupport
import Testing

@testable import Drawing

struct ThemeTests {
  static let roles: [Role] = [
    .text, .strong, .secondary, .accent, .positive, .negative, .warning,
  ]

  @Test(arguments: [false, true], roles) func textIsReadOnThePageAndTheBars(
    _ isLight: Bool, _ role: Role
  ) {
    let look = Look(isLight: isLight)
    let color = look.color(role)
    #expect(color.contrast(look.theme.background) >= 4.5)
    #expect(color.contrast(look.theme.bar) >= 4.5)
  }

  @Test(arguments: [false, true]) func chosenTabAndEmptyCellsAreRead(_ isLight: Bool) {
    let theme = Look(isLight: isLight).theme
    #expect(theme.accent.contrast(theme.barRaised) >= 4.5)
    #expect(theme.strong.contrast(theme.barRaised) >= 4.5)
    #expect(theme.secondary.contrast(theme.empty) >= 4.5)
  }

  @Test func withoutColoursNothingIsColoured() {
    let look = Look(depth: .none)
    for role in Self.roles { #expect(look.style(role).foreground == nil) }
    #expect(look.page == Style())
  }
}
