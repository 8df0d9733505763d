import Formats
import Model

extension DrillKind {
  /// What a unit of the last of some layers sees.
  static func field(_ level: Int, _ dice: inout SeededGenerator) -> Lesson.Step {
    let layers = seeing(level, &dice)
    let text = layers.map(\.text).joined(separator: ", ")
    return .drill(
      .field,
      [
        Lesson.Change("layers", "conv1"),
        Lesson.Change("input-size", "\(SeenLayer.image(layers, units: dice.whole(2...4)))"),
        Lesson.Change("layers", text),
      ], step: layers.count, say: { $0.drillLayers(text) },
      .drill(
        .field(ofLayer: layers.count), \.drillField,
        way: {
          $0.drillWay(SeenWindow.way(layers.map(\.rows)), SeenWindow.way(layers.map(\.columns)))
        }))
  }

  private static func seeing(_ level: Int, _ dice: inout SeededGenerator) -> [SeenLayer] {
    func conv(_ sizes: ClosedRange<Int>) -> SeenLayer {
      let size = dice.whole(sizes)
      return SeenLayer(rows: SeenWindow(size: size), columns: SeenWindow(size: size))
    }
    func pool() -> SeenLayer {
      let window = SeenWindow(size: 2, stride: 2)
      return SeenLayer(isPooling: true, rows: window, columns: window)
    }
    switch level {
    case 1: return [conv(2...5), conv(2...5)]
    case 2: return [conv(2...5), conv(2...4), conv(2...3)]
    case 3:
      return Bool.random(using: &dice)
        ? [conv(2...5), pool(), conv(2...3)] : [conv(2...4).striding(2), conv(2...4), conv(2...3)]
    case 4: return [conv(3...5).striding(2), conv(2...3).dilated(2), conv(2...3)]
    default:
      var tall = conv(2...3)
      tall.columns.size = dice.whole(1...5)
      return [tall, pool(), conv(2...3).striding(dice.whole(1...2)), conv(2...3).dilated(2)]
    }
  }
}

/// A layer as far as what it sees goes.
private struct SeenLayer {
  var isPooling = false
  var rows: SeenWindow
  var columns: SeenWindow

  func along(_ axis: AxisName) -> SeenWindow { axis == .rows ? rows : columns }

  func striding(_ stride: Int) -> SeenLayer {
    var layer = self
    (layer.rows.stride, layer.columns.stride) = (stride, stride)
    return layer
  }

  func dilated(_ dilation: Int) -> SeenLayer {
    var layer = self
    (layer.rows.dilation, layer.columns.dilation) = (dilation, dilation)
    return layer
  }

  /// In the notation of layers.
  var text: String {
    let size = rows.size == columns.size ? "\(rows.size)" : "\(rows.size)x\(columns.size)"
    return (isPooling ? "pool" : "conv") + size
      + (isPooling || rows.stride == 1 ? "" : ":s\(rows.stride)")
      + (rows.dilation == 1 ? "" : ":d\(rows.dilation)")
  }

  /// The side of the smallest image on which the last map has so many units each way.
  static func image(_ layers: [SeenLayer], units: Int) -> Int {
    [AxisName.rows, .columns].map { axis in
      layers.reversed().reduce(units) { units, layer in
        let window = layer.along(axis)
        return (units - 1) * window.stride + (window.size - 1) * window.dilation + 1
      }
    }.max() ?? units
  }
}

/// The window of a layer along one axis.
private struct SeenWindow {
  var size: Int
  var stride = 1
  var dilation = 1

  /// 1 + Σ (k − 1)·d·(the strides of the layers before)
  static func field(_ windows: [SeenWindow]) -> Int {
    var (field, jump) = (1, 1)
    for window in windows {
      field += (window.size - 1) * window.dilation * jump
      jump *= window.stride
    }
    return field
  }

  static func way(_ windows: [SeenWindow]) -> String {
    var (terms, jump) = (["1"], 1)
    for window in windows {
      let dilation = window.dilation == 1 ? "" : "·\(window.dilation)"
      terms.append("(\(window.size)−1)" + dilation + (jump == 1 ? "" : "·\(jump)"))
      jump *= window.stride
    }
    return terms.joined(separator: " + ") + " = \(field(windows))"
  }
}
