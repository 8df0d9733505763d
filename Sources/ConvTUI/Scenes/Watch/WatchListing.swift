import Drawing
import Formats

/// What was read of trainings, as text.
struct WatchListing {
  let report: WatchReport
  let selection: WatchSelection
  let words: Words

  /// Each rank for itself.
  private var runs: [Run] { selection.runs(of: report.runs).flatMap(\.unfolded) }

  // MARK: The list

  /// A row for each tag of each run.
  var table: String {
    let header = words.watchColumns
    let rows = runs.flatMap { run in
      selection.tags(of: run).map { row($0, of: run) }
    }
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].cellWidth }.max() ?? 0 }
    return all.map { row in
      let line = zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  private func row(_ tag: RunTag, of run: Run) -> [String] {
    let last = tag.last
    let superseded = tag.count - tag.liveCount
    return [
      run.name.printable, tag.name.printable, words.name(of: tag.kind),
      "\(tag.liveCount)" + (superseded > 0 ? " (+\(superseded))" : ""),
      last.map { words.position($0.part.step($0.index), tag.unit) } ?? "",
      last.map { value($0.part, $0.index, tag.kind) } ?? "",
    ]
  }

  /// A value in a few characters: a number, or the shape of a tensor.
  private func value(_ part: RunTag.Part, _ index: Int, _ kind: EventKind) -> String {
    switch (kind, part.source) {
    case (.scalar, _): NumberText.short(Float(part.scalar(index)))
    case (_, .checkpoint(_, let entry)): WatchListing.shape(entry.dimensions)
    case (_, .column(let column)): WatchListing.shape(column.arrays[index].dimensions)
    case (_, .events): told(shown(part, index, kind))
    }
  }

  /// What a value in an event file is, in a few characters.
  private func told(_ shown: ShownValue) -> String {
    switch shown.value {
    case .success(.array(let array)): WatchListing.shape(array.dimensions)
    case .success(.images):
      ((try? shown.pictures.get()) ?? []).first.map { "\($0.width)×\($0.height)" } ?? ""
    case .success(.histogram(let histogram)):
      words.numberCount(histogram.count) + " " + words.range(histogram)
    case .success(.texts(let texts)):
      MarkdownText(texts.first ?? "").lines.first { !$0.isEmpty }
        .map { $0.map(\.text).joined().cut(to: 40) } ?? ""
    case .success(.hyperparameters(let parameters)):
      parameters.parameters.map(\.name.printable).joined(separator: " ").cut(to: 40)
    default: ""
    }
  }

  static func shape(_ dimensions: [Int]) -> String {
    dimensions.isEmpty ? "1" : dimensions.map(String.init).joined(separator: "×")
  }

  private func shown(_ part: RunTag.Part, _ index: Int, _ kind: EventKind) -> ShownValue {
    let name =
      switch part.source {
      case .events(let series): series.tag
      case .column(let column): column.tag
      case .checkpoint(_, let entry): entry.name
      }
    return report.tree.value(
      at: ValueAddress(run: "", tag: name, kind: kind, file: part.file, index: index))
  }

  // MARK: One tag

  /// The tags that an exact name means, or else a pattern.
  ///
  /// - Throws: Where there is none; the names that there are.
  private func tags(_ name: String) throws -> [(run: Run, tag: RunTag)] {
    let all = runs.flatMap { run in run.tags.map { (run, $0) } }
    let exact = all.filter { $0.1.name == name }
    if !exact.isEmpty { return exact }
    let found = all.filter { WatchSelection.finds(name, in: $0.1.name) }
    guard found.isEmpty else { return found }
    let names = Array(Set(all.map { $0.1.name })).sorted()
    throw Failure { $0.noTag(name, among: names) }
  }

  /// A line for each value of a tag, with a line of names; numbers as Swift writes them, which come
  /// back the same.
  func csv(_ name: String) throws -> String {
    let tags = try tags(name)
    guard tags.contains(where: { $0.tag.kind == .scalar }) else {
      let kinds = Set(tags.map { words.name(of: $0.tag.kind) }).sorted()
      throw Failure { $0.csvHoldsScalars(name, kinds) }
    }
    var text = "run,tag,step,time,value,superseded\n"
    for (run, tag) in tags where tag.kind == .scalar {
      for part in tag.parts {
        for index in 0..<part.count {
          let fields = [
            WatchListing.field(run.name), WatchListing.field(tag.name), "\(part.step(index))",
            part.time(index).map { "\($0)" } ?? "", "\(part.scalar(index))",
            part.live.contains(index) ? "0" : "1",
          ]
          text += fields.joined(separator: ",") + "\n"
        }
      }
    }
    return text
  }

  /// A JSON object in each line; numbers that are not finite as Python writes them.
  func json(_ name: String) throws -> String {
    var text = ""
    for (run, tag) in try tags(name) {
      for part in tag.parts {
        for index in 0..<part.count {
          var fields: [JSON.Field] = [
            ("run", .text(run.name)), ("tag", .text(tag.name)),
            ("step", .number("\(part.step(index))")),
          ]
          if let time = part.time(index) { fields.append(("time", .number("\(time)"))) }
          fields += content(part, index, tag.kind)
          if !part.live.contains(index) { fields.append(("superseded", .number("true"))) }
          text += JSON.object(fields).text() + "\n"
        }
      }
    }
    return text
  }

  private func content(_ part: RunTag.Part, _ index: Int, _ kind: EventKind) -> [JSON.Field] {
    if kind == .scalar { return [("value", WatchListing.number(part.scalar(index)))] }
    let shown = shown(part, index, kind)
    switch shown.value {
    case .success(.array(let array)):
      return [
        ("shape", .list(of: array.dimensions)),
        ("values", .list(array.values.map { .number($0) })),
      ]
    case .success(.images(let files)):
      do throws(FormatError) {
        var images: [JSON] = []
        for file in files {
          images.append(WatchListing.picture(try WatchedPicture(file, mostPixels: .max)))
        }
        return [("images", .list(images))]
      } catch { return [("error", .text(words.sentence(error)))] }
    case .success(.hyperparameters(let found)):
      return [
        (
          "hparams",
          .object(
            found.parameters.map { parameter in
              switch parameter.value {
              case .number(let number): (parameter.name, WatchListing.number(number))
              case .text(let text): (parameter.name, .text(text))
              case .flag(let flag): (parameter.name, .number(flag ? "true" : "false"))
              }
            })
        ), ("metrics", .list(found.metrics.map { .text($0) })),
      ]
    case .success(.texts(let texts)): return [("texts", .list(texts.map { .text($0) }))]
    case .success(.histogram(let histogram)):
      return [
        (
          "buckets",
          .list(
            histogram.buckets.map {
              .list([$0.left, $0.right, $0.count].map(WatchListing.number))
            })
        )
      ]
    case .success: break
    case .failure(let error): return [("error", .text(words.sentence(error)))]
    }
    return [("kind", .text(words.name(of: kind)))]
  }

  /// All pixels, in 0...1: the channels one after the other, each row by row.
  private static func picture(_ image: WatchedPicture) -> JSON {
    .object([
      ("width", .number("\(image.width)")), ("height", .number("\(image.height)")),
      ("shape", .list(of: [image.pixels.shape.channels, image.height, image.width])),
      ("values", .list(image.pixels.elements.map { .number($0) })),
    ])
  }

  /// In double precision.
  private static func number(_ value: Double) -> JSON {
    value.isFinite ? .number("\(value)") : .number(Float(value))
  }

  /// A field of CSV, in quotes where it must be.
  private static func field(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  // MARK: What was not read

  /// A sentence for each thing that was skipped, and why.
  var troubles: [String] {
    var sentences = report.tree.folderTroubles.values.map { words.sentence($0) }.sorted()
    var told: Set<[FormatRemark]> = []
    for file in report.tree.files {
      // Checkpoints of one run mostly have the same to be said of.
      if case .tensors(let listing) = file.content, told.insert(listing.remarks).inserted {
        sentences += listing.remarks.map {
          words.about(words.place(file.path), words.sentence($0))
        }
      }
      let (damages, count) = file.damages
      if count > 0 { sentences.append(words.damaged(file.path, damages, count)) }
      if let table = file.table, table.lostArrays > 0 {
        sentences.append(words.noRoom(file.path, arrays: table.lostArrays))
      }
      switch file.trouble {
      case .gone: sentences.append(words.gone(file.path))
      case .file(let error): sentences.append(words.sentence(error))
      case .format(.empty), .format(.noBytes), nil: break
      case .format(let error):
        sentences.append(words.about(words.place(file.path), words.sentence(error)))
      case .noNumbers(let bytes): sentences.append(words.noNumbers(file.path, bytes))
      case .parameters(let line): sentences.append(words.noParameters(in: file.path, line: line))
      }
    }
    sentences += report.runs.flatMap(\.unfolded).compactMap { run in
      words.sentence(WriterState(of: run, in: report.tree, now: report.now), run.name)
    }
    if report.findings.uncheckedTensors > 0 {
      sentences.append(words.uncheckedTensors(report.findings.uncheckedTensors, UpdateWatch.most))
    }
    for link in report.tree.links.prefix(5) { sentences.append(words.linkNotFollowed(link)) }
    return sentences
  }

  /// What was looked for and found where there is no run, and what would make one.
  var nothing: String {
    let tree = report.tree
    var lines = [words.nothingToWatch(tree.roots.map(words.place))]
    lines.append(words.lookedFor)
    if tree.roots != ["-"] {
      lines.append(
        words.found(
          folders: tree.folderCount,
          files: tree.files.count + tree.others.values.reduce(0, +),
          endings: tree.others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
            .map { ($0.key, $0.value) }))
    }
    lines += troubles
    lines.append(words.linesThatWouldWork)
    lines.append(WatchCode.shortest.map { "    " + $0 }.joined(separator: "\n"))
    lines.append(words.moreCode)
    return lines.joined(separator: "\n") + "\n"
  }
}
