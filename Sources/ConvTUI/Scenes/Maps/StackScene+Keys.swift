extension [Binding] {
  /// The keys of a stack of layers: which layer, which of its maps, and which number.
  static var stack: [Binding] {
    let views: Set<SceneView> = [.layers]
    return [
      Binding([.left], .move(.left), views: views, withCursor: true),
      Binding([.right], .move(.right), views: views, withCursor: true),
      Binding([.up], .move(.up), views: views, withCursor: true),
      Binding([.down], .move(.down), views: views, withCursor: true),
      Binding([.escape], .leave, views: views, withCursor: true, footer: true),
      Binding([.escape], .leave, views: views),
      Binding([.left], .previous, views: views, footer: true),
      Binding([.right], .next, views: views, footer: true),
      Binding([.enter], .pick, views: views, footer: true),
      Binding([.tab], .nextPanel, views: views, footer: true, rank: 0),
      Binding([.up], .previousUnit, views: views, footer: true, rank: 1),
      Binding([.down], .nextUnit, views: views, footer: true, rank: 1),
      Binding([" "], .play, views: views, footer: true, rank: 2),
    ]
  }
}
