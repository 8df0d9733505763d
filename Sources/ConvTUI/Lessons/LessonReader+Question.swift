import Formats
import Model

/// What a question's fields mean.
extension LessonReader {
  private static let kinds = [
    "value", "quantity", "size", "number", "choice", "kernel", "parameters", "field", "row",
    "cells",
    "draw",
  ]
  /// What belongs to a kind, or may stand in each.
  private static let others = [
    "text", "hint", "answer", "right", "with", "input", "where", "traps", "way", "then",
  ]

  /// Whether a question may have a field of this name.
  static func isQuestionField(_ name: String) -> Bool { (kinds + others).contains(name) }

  static func question(_ node: YAMLNode, _ faults: inout LessonFaults) -> Question? {
    guard let fields = faults.keep(try Fields(node)) else { return nil }
    fields.check(known: kinds + others, &faults)
    guard let (name, field) = faults.keep(try asked(fields)),
      let kind = faults.keep(try kind(name, field, fields))
    else { return nil }
    var question = Question(place: field.place, kind: kind)
    question.text = faults.keep(try fields["text"]?.localText()) ?? nil
    question.hint = faults.keep(try fields["hint"]?.localText()) ?? nil
    question.given = faults.keep(try fields["answer"]?.checkedText) ?? nil
    if let with = fields["with"] { question.with = changes(with, &faults) }
    if let traps = fields["traps"] { question.traps = self.traps(traps, &faults) }
    question.way = faults.keep(try fields["way"]?.localText()) ?? nil
    question.solvedAt = faults.keep(try fields["then"]?.wholeNumber()) ?? nil
    return question
  }

  /// The one kind that a question names.
  private static func asked(
    _ fields: Fields
  ) throws(LessonError) -> (name: String, field: YAMLNode) {
    let asked = kinds.filter { fields[$0] != nil }
    guard asked.count == 1, let field = fields[asked[0]] else {
      throw fields.error(
        asked.isEmpty ? .missing(kinds.joined(separator: " / ")) : .severalKinds(asked))
    }
    return (asked[0], field)
  }

  /// Wrong answers, and what to say of each.
  private static func traps(
    _ node: YAMLNode, _ faults: inout LessonFaults
  ) -> [Question.Trap] {
    guard let fields = node.fields else {
      faults.add(node.error(.notAMap))
      return []
    }
    var traps: [Question.Trap] = []
    for field in fields {
      guard let why = faults.keep(try field.value.localText()) else { continue }
      traps.append(Question.Trap(answer: field.key, why: why, place: field.place))
    }
    return traps
  }

  private static func kind(
    _ name: String, _ field: YAMLNode, _ fields: Fields
  ) throws(LessonError) -> Question.Kind {
    switch name {
    case "value":
      let text = try field.checkedText
      guard let cell = CellName(text) else { throw field.error(.notACell(text)) }
      return .cell(cell)
    case "quantity": return .quantity(try field.checkedText)
    case "size": return .size(of: try field.checkedText)
    case "number":
      _ = try fields.needed("text")
      return .number(try field.checkedText)
    case "kernel":
      // What is shown where nobody finds one.
      _ = try fields.needed("answer")
      return .kernel(try properties(field))
    case "parameters": return try parameters(field, fields)
    case "field": return .field(ofLayer: try field.wholeNumber())
    case "row": return .row(try field.wholeNumber())
    case "cells": return try field.choice(of: ["field": .cells(.field)])
    case "draw":
      let matrix = try field.checkedText
      return try fields["where"]?.choice(
        of: ["bright": .cells(.bright(matrix)), "not 0": .cells(.nonzero(matrix))])
        ?? .cells(.bright(matrix))
    default:
      _ = try fields.needed("text")
      return try choice(field, fields)
    }
  }

  /// Of a layer, of all, or of layers that are written out.
  private static func parameters(
    _ field: YAMLNode, _ fields: Fields
  ) throws(LessonError) -> Question.Kind {
    let text = try field.checkedText
    if text == "all" { return .parameters(ofLayer: nil) }
    guard text.contains(where: { !$0.isNumber }) else {
      return .parameters(ofLayer: try field.wholeNumber())
    }
    let input = try fields.needed("input")
    let size = try input.checkedText
    let numbers = size.split { "x× ".contains($0) }.map { Int($0) ?? 0 }
    guard (2...3).contains(numbers.count), numbers.allSatisfy({ (1...1 << 12).contains($0) }) else {
      throw input.error(.notAShape(size))
    }
    return .parametersOf(text, input: Shape(numbers.count == 2 ? [1] + numbers : numbers))
  }

  /// One of some answers.
  private static func choice(
    _ field: YAMLNode, _ fields: Fields
  ) throws(LessonError) -> Question.Kind {
    var answers: [LocalText] = []
    for answer in try field.checkedList { answers.append(try answer.localText()) }
    guard (2...9).contains(answers.count) else { throw field.error(.choiceNeedsAnswers) }
    let right = try fields.needed("right").wholeNumber()
    guard (1...answers.count).contains(right) else {
      throw field.error(.rightOutside(right, count: answers.count))
    }
    return .choice(answers, right: right - 1)
  }

  /// One thing that a kernel does, or a list of them.
  private static func properties(_ field: YAMLNode) throws(LessonError) -> [KernelProperty] {
    var properties: [KernelProperty] = []
    for item in field.list ?? [field] {
      let text = try item.checkedText
      guard let property = KernelProperty(text) else {
        throw item.error(.unknown(text, among: KernelProperty.names))
      }
      properties.append(property)
    }
    guard !properties.isEmpty else { throw field.error(.emptyText) }
    return properties
  }
}

extension YAMLNode {
  /// What one of some names stands for.
  fileprivate func choice<Value>(of values: [String: Value]) throws(LessonError) -> Value {
    let name = try checkedText
    guard let value = values[name] else { throw error(.unknown(name, among: values.keys.sorted())) }
    return value
  }
}
