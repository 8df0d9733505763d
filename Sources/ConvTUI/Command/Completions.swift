import ArgumentParser
import Formats
import Model

/// What a shell offers in the place of a value.
extension CompletionKind {
  /// The named kernels, and files.
  static var kernel: CompletionKind {
    .custom { _, _, typed in kernelNames + files(typed) }
  }

  /// Kernels with commas between: all that may follow the last comma.
  static var kernels: CompletionKind {
    .custom { _, _, typed in
      let start = typed.lastIndex(of: ",").map(typed.index(after:)) ?? typed.startIndex
      return (kernelNames + files(String(typed[start...]))).map { typed[..<start] + $0 }
    }
  }

  /// The views of a scene.
  static func views(of scene: SceneKind) -> CompletionKind { .list(scene.views.map(\.rawValue)) }

  private static var kernelNames: [String] { NamedKernel.all.map(\.name) }

  /// What stands in the folder that is typed; folders end with a slash.
  private static func files(_ typed: String) -> [String] {
    let folder = typed.lastIndex(of: "/").map { typed[...$0] } ?? ""
    let entries = (try? DirectoryListing.entries(of: folder.isEmpty ? "." : String(folder))) ?? []
    return entries.map { folder + $0.name + ($0.isDirectory ? "/" : "") }
  }
}
