import Drawing

/// What is said of what lies over the scene: settings, commands and help.
extension Words {
  typealias Keys = (keys: String, label: String)

  private var chooses: Keys { ("↑ ↓", say("choose", "选择")) }
  private var changes: Keys { ("← →", say("change", "改变")) }
  private var leadsBack: Keys { ("Esc", say("back", "返回")) }

  var settingsKeys: [Keys] {
    [chooses, changes, ("Enter", say("type", "键入")), leadsBack]
  }
  var commandKeys: [Keys] {
    [chooses, changes, ("Enter", say("do it", "执行")), leadsBack]
  }
  func helpKeys(page: Int, of count: Int) -> [Keys] {
    let space = say("space", "空格")
    let (next, last) =
      count == 2
      ? (say("all keys", "全部按键"), whatYouSee.lowercased())
      : (say("next page", "下一页"), say("page before", "上一页"))
    let on: [Keys] = page + 1 < count ? [(space + " →", next)] : []
    let before: [Keys] = page > 0 ? [("←", last)] : []
    return on + before + [leadsBack, ("q", say("quit", "退出"))]
  }

  var whatCanBeSet: String { say("What you can set", "可以设置的") }
  var allScenes: String { say("The scenes", "所有场景") }
  var whatYouSee: String { say("What you see", "你看到的") }
  /// What a page of the help is about.
  func helpPage(_ page: Int, _ pages: [HelpPages.Page]) -> String {
    "\(page + 1) " + (pages[page].about.isEmpty ? say("all keys", "全部按键") : whatYouSee.lowercased())
  }

  // MARK: The list of commands

  func name(of group: CommandList.Group) -> String {
    switch group {
    case .setting: say("settings", "设置")
    case .view: say("views", "视图")
    case .action: say("actions", "操作")
    case .kernel: say("kernels", "卷积核")
    case .example: say("examples", "例子")
    case .file: say("files", "文件")
    case .scene: say("scenes", "场景")
    case .step: say("steps", "步进")
    case .elsewhere: say("elsewhere", "别处")
    }
  }

  /// The columns of the longest name of a group.
  var groupWidth: Int { CommandList.Group.allCases.map { name(of: $0).cellWidth }.max() ?? 0 }

  /// How much of a list is out of sight.
  func more(_ count: Int) -> String { say("\(count) more", "还有 \(count) 项") }
  var typeToFind: String { say("type to find", "键入查找") }
  var nowWord: String { say("now", "现在") }
  var keyWord: String { say("key", "按键") }

  /// What would be found, where nothing is.
  func nothingFound(_ text: String, isGuess: Bool) -> [Line] {
    let nothing = [
      Span(say("Nothing here is called \(quoted(text)).", "这里没有叫 \(quoted(text)) 的。"), .warning)
    ]
    if isGuess {
      return [nothing + [Span(say(" These are spelled alike.", "这些拼写相近。"), .secondary)]]
    }
    return [
      nothing, [],
      [
        Span(
          say(
            "Try a setting (padding), a kernel (sobel), an example (ring), a file, a scene (pool), or "
              + "what you want to do (undo, zoom, hide, save).",
            "试试设置（padding）、卷积核（sobel）、例子（ring）、文件、场景（池化），或想做的事（撤销、缩放、隐藏）。"), .secondary)
      ],
    ]
  }

  /// Where something can be done that cannot be done here, and what it is, where its name does not say it.
  func elsewhere(_ places: [String], _ purpose: String?) -> String {
    say("in \(list(places)), Enter goes there", "在\(list(places))中，按 Enter 去那里")
      + (purpose.map { say(": ", "：") + $0 } ?? "")
  }

  func view(_ view: String, of scene: String) -> String {
    say("\(scene)’s \(view)", "“\(scene)”的\(view)")
  }

  /// Which key does here what was looked for.
  func here(_ key: String, _ title: String) -> String {
    say("Here \(key) does it: \(title).", "在这里按 \(key)：\(title)。")
  }
}
