import Drawing
import Formats
import Model
import Terminal

/// What is said of settings in general.
extension Words {
  var view: String { "view" }
  var viewPurpose: String { "which of the scene's drawings is shown" }

  var escapeLeadsBack: String { "Esc leads back." }
  func asItBegan(all: Bool) -> String {
    (all ? "All scenes are" : "The scene is") + " as at the start; u takes that back."
  }

  var inputQuestion: String {
    "open (a file, or \(InputExample.allCases.map(\.rawValue).joined(separator: ", ")))"
  }
  var fileQuestion: String { "open (a picture, a table or a session)" }
  func text(of example: InputExample) -> String {
    switch example {
    case .numbers: "the chapter's numbers from 0 to 8"
    case .bar: "the chapter's image: a dark bar on a bright ground"
    case .diagonal: "a bright diagonal"
    case .ring: "a bright square ring"
    case .step: "dark to bright across 45°"
    case .noise: "whole numbers at random"
    case .digit: "a handwritten 8"
    }
  }
  func openCommand(_ name: String) -> String { "open: \(name)" }
  var openFilePurpose: String { "a file in this folder" }

  func noSettingAndValue(_ text: String) -> String {
    "--set \(quoted(text)) is no setting; write a name and a value, as padding=1."
  }

  var settingsTitle: String { "Settings" }
  var settingsKeys: String { "↑↓ choose  ←→ change  Enter type  Esc back" }

  func noSetting(_ name: String, among names: [String]) -> String {
    "No setting here is called \(quoted(name)); there are \(names.joined(separator: ", "))."
  }
  var noSettings: String { "Nothing can be set in this view; / lists what can be done." }

  func nothingHere(_ key: Key) -> String {
    "\(name(of: key)) does nothing here; / lists what can be done."
  }

  var commandKeys: String { "↑↓ choose  ←→ change  Enter do it  Esc back" }
  func nothingFound(_ text: String) -> String { "Nothing here is called \(quoted(text))." }
  func sceneCommand(_ title: String) -> String { "scene: \(title)" }
  func kernelCommand(_ name: String) -> String { "kernel: \(name)" }

  func text(of value: SettingValue) -> String {
    switch value {
    case .flag(let isOn): isOn ? "on" : "off"
    case .whole(let number): NumberText.whole(number)
    case .number(let number): NumberText.short(number)
    case .pair(let pair): Formula.perAxis(pair)
    case .choice(let name): name
    case .matrix(let matrix): matrix.shape.description
    case .text(let text): text
    }
  }

  /// A step leads nowhere.
  func noFurtherValue(_ domain: SettingDomain, _ label: String) -> String {
    switch domain {
    case .matrix, .kernel, .text: "Enter types another \(label)."
    default: "\(label) goes no further; \(needed(domain)) works."
    }
  }

  func notAValue(_ text: String, _ domain: SettingDomain, of label: String) -> String {
    "\(quoted(text)) is no value of \(label); \(needed(domain)) works."
  }

  /// The values next to a refused one, as the end of the sentence that refuses it.
  func nearest(_ values: [SettingValue]) -> String {
    let texts = values.map(\.typed)
    return switch texts.count {
    case 0: ""
    case 1: " The nearest that fits is \(texts[0])."
    default: " The nearest that fit are \(texts.joined(separator: " and "))."
    }
  }

  func needed(_ domain: SettingDomain) -> String {
    switch domain {
    case .flag: "on or off"
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .pair(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound), or rows,columns such as 2,1,"
    case .number: "a number such as 0.5 or -1"
    case .scaled(let hasZero): hasZero ? "a number from 0 on" : "a number above 0 such as 0.03"
    case .choice(let names): "one of \(names.joined(separator: ", "))"
    case .matrix: "rows of numbers such as 0,1;2,3"
    case .kernel: "a name such as sobel-x, or rows such as 0,1;2,3,"
    case .text: "a text"
    }
  }
}
