import Drawing

extension State {
  /// The files of a figure of what is shown.
  ///
  /// - Parameters:
  ///   - depth: The colours to draw with; else those that the figure is best with.
  ///   - withInterface: Whether a picture shows the whole screen, not the drawing alone.
  func files(
    of figure: Figure, at path: String, depth: ColorDepth? = nil, withInterface: Bool = false
  ) throws(FigureError) -> [FigureFile] {
    func picture(_ depth: ColorDepth) -> Frame {
      withInterface ? colored(depth).frame() : colored(depth).drawing()
    }
    switch figure {
    case .text: return file(path, Export.text(picture(depth ?? .none)))
    case .ansi:
      let depth = depth ?? (look.depth == .none ? .direct : look.depth)
      return file(path, Export.ansi(picture(depth), depth: depth))
    case .svg:
      let frame = picture(depth ?? .direct)
      return file(path, Export.svg(frame, ink: look.theme.text, ground: look.theme.background))
    case .png:
      let cells = size.width * size.height
      guard cells <= PixelPicture.mostCells else {
        throw .pictureTooLarge(cells, limit: PixelPicture.mostCells)
      }
      let frame = picture(depth ?? .direct)
      return [
        FigureFile(
          path: path,
          bytes: Export.png(frame, ink: look.theme.text, ground: look.theme.background))
      ]
    case .recording:
      guard scene.kind.hasRecording else { throw .noRecording(scene.kind) }
      let recording = try Recording(self, depth: depth ?? .direct)
      return file(
        path,
        recording.text { state in
          var jobs = ImmediateJobs()
          jobs.finish(&state)
        })
    case .npy, .npz, .csv, .json: return try scene.withTensors.tensorFile(figure, at: path)
    case .snippet: return try scene.writtenSnippet().files(at: path)
    case .session: return file(path, try scene.session().text)
    }
  }

  private func file(_ path: String, _ text: String) -> [FigureFile] {
    [FigureFile(path: path, bytes: Array(text.utf8))]
  }
}

extension Scene {
  /// Checks that this scene can give a figure, before it makes one.
  func check(_ figure: Figure) throws(FigureError) {
    switch figure {
    case .text, .ansi, .svg, .png: break
    case .recording:
      guard kind.hasRecording else { throw .noRecording(kind) }
      guard timeline.length <= Recording.mostSteps else { throw .tooManySteps(timeline.length) }
    case .npy, .npz, .csv, .json: try withTensors.checkTensors(for: figure)
    case .snippet: _ = try writtenSnippet()
    case .session: _ = try session()
    }
  }

  fileprivate var withTensors: any SceneWithTensors {
    get throws(FigureError) {
      guard let scene = self as? any SceneWithTensors else { throw .noTensor(kind) }
      return scene
    }
  }

  fileprivate func writtenSnippet() throws(FigureError) -> Snippet {
    guard let scene = self as? any SceneWithSnippet else { throw .noSnippet(kind) }
    return try scene.snippet()
  }
}
