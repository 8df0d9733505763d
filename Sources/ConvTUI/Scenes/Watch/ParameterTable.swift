import Drawing
import Formats

/// Where the hyperparameters of some runs stand.
struct ParameterSources: Sendable {
  struct Source: Sendable {
    let run: Run
    /// What the run was made with, and by which numbers runs are compared.
    let start, experiment: ValueAddress?

    /// What its own file tells, or else its events.
    func parameters(
      _ content: (ValueAddress?) -> Hyperparameters?
    ) -> [Hyperparameters.Parameter] {
      run.parameters.isEmpty ? content(start)?.parameters ?? [] : run.parameters
    }
  }

  /// The runs that have some.
  let runs: [Source]

  /// Of more runs only the first are compared.
  private static let most = 500

  init(_ runs: [Run]) {
    self.runs = runs.lazy.compactMap { run -> Source? in
      func address(_ part: String) -> ValueAddress? {
        let tag = run.tags.first { $0.kind == .hyperparameters && $0.name.hasSuffix(part) }
        guard let tag, let (part, index) = tag.last else { return nil }
        return WatchedTag(run: run.name, tag: tag).address(part, index)
      }
      let start = address("session_start_info")
      guard start != nil || !run.parameters.isEmpty else { return nil }
      return Source(run: run, start: start, experiment: address("experiment"))
    }.prefix(ParameterSources.most).map(\.self)
  }

  var addresses: [ValueAddress] {
    runs.flatMap { [$0.start, $0.experiment].compactMap(\.self) }
  }
}

/// What runs were made with: a row for each run, with a measure and with what differs between them; what
/// they share stands below.
struct ParameterTable {
  private struct Row {
    let name: String
    let measures: [String]
    let parameters: [String: String]
  }

  private let rows: [Row]
  /// Tags of scalars.
  let measures: [String]
  /// The parameters that differ, in the order of the file, and those that all runs share.
  let differing: [String]
  let shared: [(name: String, value: String)]

  /// - Parameters:
  ///   - step: The measures are the last up to it.
  ///   - usual: A scalar to compare runs by where the files name none.
  init(
    _ sources: ParameterSources, _ values: [ValueAddress: ShownValue], step: Int64,
    usual: String?
  ) {
    func content(_ address: ValueAddress?) -> Hyperparameters? {
      guard let address, case .success(.hyperparameters(let found))? = values[address]?.value else {
        return nil
      }
      return found
    }
    var (names, measures) = ([String](), [String]())
    let parameters = sources.runs.map { source in
      let found = source.parameters(content)
      for parameter in found where !names.contains(parameter.name) {
        names.append(parameter.name)
      }
      for measure in content(source.experiment)?.metrics ?? [] where !measures.contains(measure) {
        measures.append(measure)
      }
      return Dictionary(
        found.map { ($0.name, ParameterTable.text($0.value)) }, uniquingKeysWith: { $1 })
    }
    if measures.isEmpty, let usual { measures = [usual] }
    measures = measures.filter { name in
      sources.runs.contains { $0.run.tag(name, .scalar) != nil }
    }
    rows = zip(sources.runs, parameters).map { source, parameters in
      Row(
        name: source.run.name.printable,
        measures: measures.map { name in
          source.run.tag(name, .scalar)?.value(upTo: step)
            .map { NumberText.short(Float($0.part.scalar($0.index))) } ?? "–"
        }, parameters: parameters)
    }
    self.measures = measures
    let texts = names.map { name in Set(parameters.map { $0[name] }) }
    differing = zip(names, texts).filter { $1.count > 1 }.map(\.0)
    shared = zip(names, texts).filter { $1.count == 1 }
      .map { name, texts in (name, texts.first.flatMap(\.self) ?? "–") }
  }

  private static func text(_ value: Hyperparameters.Value) -> String {
    switch value {
    case .number(let number): NumberText.short(Float(number))
    case .text(let text): text.printable
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  /// - Parameter chosen: The run whose row is kept in sight.
  func lines(in size: Size, chosen: Int, _ words: Words) -> [Line] {
    let shared = self.shared.map { [Span($0.name.printable, .secondary), Span(" " + $0.value)] }
    if rows.count == 1 {
      let width = self.shared.map { $0.name.cellWidth }.max() ?? 0
      let measures = zip(self.measures, rows[0].measures).map { ($0, $1) }
      let names = max(width, measures.map { $0.0.cellWidth }.max() ?? 0)
      return [[Span(rows[0].name, .strong)], []]
        + measures.map { name, value in
          [Span(name.printable.padded(to: names + 2), .accent), Span(value, .strong)]
        } + (measures.isEmpty ? [] : [[]])
        + self.shared.map { name, value in
          [Span(name.printable.padded(to: names + 2), .secondary), Span(value)]
        }
    }
    var foot: [Line] = []
    if !shared.isEmpty {
      let parts = shared.enumerated().flatMap { number, item in
        (number > 0 ? [Span("   ")] : []) + item
      }
      foot = [[], [Span(words.sameInAll, .strong)]] + parts.folded(to: size.width)
      foot = Array(foot.prefix(max(3, size.height / 2)))
    }
    let room = max(1, size.height - foot.count - 1)
    let first = max(0, min(rows.count - room, chosen - room / 2))
    let header = [words.runColumn] + measures.map(\.printable) + differing.map(\.printable)
    let body = rows.enumerated().dropFirst(first).prefix(room).map { number, row in
      [(number == chosen ? "▸ " : "  ") + row.name] + row.measures
        + differing.map { row.parameters[$0] ?? "–" }
    }
    return .table(
      [header] + body, width: size.width,
      role: { $0 == 0 ? .secondary : first + $0 - 1 == chosen ? .strong : .text }) + foot
  }
}

extension WatchScene {
  func drawParameters(into frame: inout Frame, in rect: Rect, _ look: Look) {
    guard let report, !parameters.runs.isEmpty else {
      return drawHint(look.words.noParameters, into: &frame, in: rect, look)
    }
    let usual = charts.first?.curves.first?.tag.name
    let table = ParameterTable(parameters, report.values, step: step, usual: usual)
    let lines = table.lines(
      in: Size(width: rect.width - 2, height: rect.height),
      chosen: chosen[.parameters, default: 0], look.words)
    frame.write(lines, in: rect.inset(left: 1, right: 1), look)
    // What came of it: the curves of the runs.
    let below = rect.inset(top: lines.count + 1)
    guard below.height >= 9, let chart = charts.first else { return }
    drawing(of: chart, isChosen: false, look.words).draw(into: &frame, in: below, look)
  }
}
