import ArgumentParser

extension ArgumentHelp {
  /// What an option does, in the language of the process.
  ///
  /// - Parameter value: What stands for the option's value.
  static func say(_ english: String, _ chinese: String, value: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Words.ofProcess.say(english, chinese), valueName: value)
  }
}
