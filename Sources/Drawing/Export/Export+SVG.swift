extension Export {
  /// The frame as one self-contained SVG picture.
  ///
  /// Every cell is where it would be on the screen, whatever font the reader has: what a font need
  /// not draw is drawn as rectangles, and a run of text says how long it is.
  ///
  /// - Parameters:
  ///   - ink: The colour of text that has none of its own.
  ///   - ground: The colour behind everything.
  public static func svg(
    _ frame: Frame, ink: Color = Color(0xD8DEE9), ground: Color = Color(0x101418)
  ) -> String {
    let cell = GlyphShape.cell
    let (width, height) = (frame.size.width * cell.width, frame.size.height * cell.height)
    let family = "DejaVu Sans Mono, Menlo, Consolas, monospace"
    var picture = SVGPicture(PictureColors(ink: ink, ground: ground))
    for row in 0..<frame.size.height { picture.draw(Array(frame.row(row)), row: row) }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-family="\(family)" font-size="14.95">
      <style>text{white-space:pre}</style>
      <g shape-rendering="crispEdges">
      <rect width="\(width)" height="\(height)" fill="\(ground.css)"/>
      \(picture.shapes)</g>
      \(picture.text)</svg>

      """
  }
}
