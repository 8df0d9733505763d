import ArgumentParser
import Formats

/// The option of what can be followed.
struct ShareOptions: ParsableArguments {
  @Option(
    help: .say(
      "Write what is shown to a file at every change, for convtui follow.",
      "每次变化时把所显示的内容写入文件，供 convtui follow 跟随。", value: "file"),
    completion: .file())
  var share: String?

  @MainActor func companions(hasScreen: Bool) throws -> [any Companion] {
    guard let share else { return [] }
    guard hasScreen else { throw ValidationError(\.shareNeedsScreen) }
    let start: [UInt8]
    do throws(FileError) {
      start = try FileReader.end(of: share, atMost: SharedFile.longest)
    } catch .missing {
      start = []
    } catch {
      throw Failure(error)
    }
    // A file that holds something else would be lost.
    guard start.isEmpty || start.starts(with: SharedFile.start) else {
      throw Failure { $0.notAShare(share) }
    }
    return [SharingFile(share)]
  }
}
