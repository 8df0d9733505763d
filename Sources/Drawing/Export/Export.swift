/// A frame as a file: text here, escape sequences and a picture in the extensions.
public enum Export {
  /// The glyphs alone, one line a row, without the spaces at the end of a line.
  public static func text(_ frame: Frame) -> String {
    var text = ""
    for row in 0..<frame.size.height {
      var line = ""
      for cell in frame.row(row) where !cell.isContinuation { line.append(cell.glyph) }
      text += line.trimmedAtEnd + "\n"
    }
    return text
  }
}

extension String {
  fileprivate var trimmedAtEnd: Substring {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
