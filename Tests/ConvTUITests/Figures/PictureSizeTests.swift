import Testing

@testable import ConvTUI
@testable import Drawing

struct PictureSizeTests {
  @Test func pictureThatIsTooLargeIsRefused() throws {
    let state = try State.opened(size: Size(width: 1000, height: 101))
    #expect(throws: FigureError.pictureTooLarge(101_000, limit: 100_000)) {
      try state.files(of: .png, at: "a.png")
    }
  }
}
