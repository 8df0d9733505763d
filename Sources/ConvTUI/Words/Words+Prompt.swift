import Drawing

/// Words about an answer that is being written.
extension Words {
  func keys(of prompt: Prompt) -> String {
    say(
      "Enter takes it, " + (prompt.wordToComplete == nil ? "" : "Tab completes it, ")
        + "Esc leaves", "Enter 确定，" + (prompt.wordToComplete == nil ? "" : "Tab 补全，") + "Esc 离开")
  }

  var pasteWasCut: String {
    say("The pasted text was cut after 4096 characters.", "粘贴的文字在 4096 个字符处截断。")
  }

  func nothingBegins(with word: String) -> String {
    word.isEmpty
      ? say("There is nothing to choose from.", "没有可以选择的。")
      : say("Nothing begins with \(quoted(word)).", "没有以 \(quoted(word)) 开头的。")
  }

  /// What a word may become: as much of it as can be read at a glance.
  func candidates(_ names: [String]) -> String {
    var room = 160
    let shown = names.prefix {
      room -= $0.cellWidth + 2
      return room >= 0
    }
    let rest = names.count - shown.count
    return (shown + (rest > 0 ? [say("and \(rest) more", "还有 \(rest) 个")] : [])).joined(
      separator: "  ")
  }

  var kernelsThatWork: String {
    say(
      "Rows such as 0,1;2,3 would work, fractions as in 1/9,1/9, a divisor as in 1,2,1 / 4, or "
        + "[[0,1],[2,3]].", "可用各行如 0,1;2,3，分数如 1/9,1/9，除数如 1,2,1 / 4，或 [[0,1],[2,3]]。")
  }
}
