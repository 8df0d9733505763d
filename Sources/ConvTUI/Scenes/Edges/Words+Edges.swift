import Drawing
import Model

/// Words of the edges scene.
extension Words {
  var edgesTitle: String { "Edges" }
  var edgesPurpose: String { "what an edge detector finds" }

  /// The values that are not 0 and their places: at most six, or as many as fit.
  func finding(_ finding: OutputSummary, width: Int) -> Line {
    func places(_ places: [OutputSummary.Place], _ what: String) -> Line {
      let all = places.map { place -> Line in
        [
          Span(Formula.signed(place.value), Role(signOf: place.value)),
          Span(" at \(what) \(place.index)"),
        ]
      }
      func line(_ count: Int) -> Line {
        let rest = places.count > count ? [Span(", and \(places.count - count) more")] : []
        return Array(all.prefix(count).joined(separator: [Span(", ")])) + rest
      }
      var count = min(6, places.count)
      while count > 1, line(count).cellWidth > width { count -= 1 }
      return line(count)
    }
    switch finding {
    case .columns(let list): return places(list, "column")
    case .rows(let list): return places(list, "row")
    case .constant(let value):
      return [Span("\(Formula.signed(value)) everywhere")]
    case .mixed(let count, let all):
      return [Span("\(count) of \(all) values are not 0")]
    case .nothing:
      return [Span("0 everywhere")]
    }
  }

  /// Why a kernel finds edges in one of two images and none in the other.
  func blindness(of kernel: String, sees seen: String, not unseen: String) -> Line {
    [
      Span("\(kernel) finds edges in \(seen)", .accent),
      Span(" and none in \(unseen)"),
      Span(": it compares in one direction only, and \(unseen) does not change in that direction."),
    ]
  }
}
