import Drawing
import TestSupport
import Testing

@testable import ConvTUI

struct HelpPagesTests {
  private static func groups(_ counts: [Int]) -> [[HelpPages.Entry]] {
    counts.enumerated().map { number, count in
      [.group("\(number)")] + (0..<count).map { .keys("\(number)", "\($0)") }
    }
  }

  private static let about = (0..<8).map { [Span("sentence \($0)")] }

  @Test(arguments: [2, 3], [18, 28, 40])
  func groupsStayWhole(_ columns: Int, _ room: Int) {
    let groups = Self.groups([7, 5, 6, 7])
    let pages = HelpPages(
      Self.about, first: groups[0], groups: groups, room: room, columns: columns
    ).pages
    for page in pages { #expect(page.height <= room && page.columns.count <= columns) }
    let last = pages[pages.count - 1].columns
    for group in groups {
      let column = last.first { $0.contains(group[0]) }
      let start = column?.firstIndex(of: group[0])
      #expect(column?.dropFirst(start ?? 0).prefix(group.count).elementsEqual(group) == true)
    }
  }

  @Test func sentencesAndAllKeysShareAPageThatHasRoom() {
    let groups = Self.groups([3, 3])
    let pages = HelpPages(Self.about, first: groups[0], groups: groups, room: 30, columns: 2).pages
    #expect(pages.count == 1 && pages[0].about.count == 8)
  }

  @Test func nothingIsLeftOutWhereThereIsLittleRoom() {
    let groups = Self.groups([7, 5, 6, 7])
    let pages = HelpPages(Self.about, first: groups[0], groups: groups, room: 6, columns: 1).pages
    #expect(pages.flatMap(\.about).count == 8)
    let shown = Set(pages.flatMap(\.columns).joined())
    #expect(groups.joined().allSatisfy(shown.contains))
    for page in pages { #expect(page.height <= 6) }
  }

  @Test(arguments: SceneKind.allCases) func twoPagesAreEnough(_ kind: SceneKind) throws {
    for size in [Size.standard, Size(width: 110, height: 34)] {
      var state = try State.opened(kind, size: size)
      try state.press("? space space")
      #expect(state.overlay == nil, "\(size)")
    }
  }

  @Test(arguments: SceneKind.allCases) func aLargeScreenIsUsed(_ kind: SceneKind) throws {
    var state = try State.opened(kind, size: Size(width: 200, height: 60))
    try state.press("?")
    let box = state.helpOverlay.box
    #expect(box.width >= 150 && box.height >= 30, "\(box)")
  }
}
