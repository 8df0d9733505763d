import Drawing
import Model

/// The tiles of a tensor that have room: one for each kernel and channel, or of each kernel the first.
struct KernelTiles {
  let tiles: [Tensor]
  /// Whether they are the first channels of more.
  let isFirstChannel: Bool
  /// Whether they are those of the first sample of more.
  private(set) var isFirstSample = false
  private let channels: Int

  /// More tiles than these are not told apart.
  private static let most = 2048

  init(_ tensor: Tensor, in place: Size, _ look: Look) {
    let shape = tensor.shape
    let isMany = shape.batch * shape.channels > KernelTiles.most
    let isStack = shape.rank == 4
    let all = isMany ? [] : tensor.tiles
    guard isMany || isStack && !TileDrawing.isWhole(all, in: place, look) else {
      (tiles, isFirstChannel, channels) = (all, false, max(1, shape.channels))
      return
    }
    tiles = (0..<min(isStack ? shape.batch : shape.channels, KernelTiles.most)).map {
      isStack ? tensor.plane(batch: $0) : tensor.plane(channel: $0)
    }
    isFirstChannel = isStack && shape.channels > 1
    channels = isStack ? 1 : shape.channels
  }

  /// The maps of a batch: all of them, or those of the first sample.
  init(maps: Tensor, in place: Size, _ look: Look) {
    let all = KernelTiles(maps, in: place, look)
    guard all.isFirstChannel || all.tiles.count < maps.shape.batch * maps.shape.channels,
      maps.shape.rank == 4
    else {
      self = all
      return
    }
    let dimensions = Array(maps.shape.dimensions.dropFirst())
    let count = dimensions.reduce(1, *)
    let sample = KernelTiles(
      Tensor(Shape(dimensions), Array(maps.elements.prefix(count))), in: place, look)
    (tiles, channels, isFirstChannel) = (sample.tiles, sample.channels, false)
    isFirstSample = maps.shape.batch > 1
  }

  /// Which kernel and which of its channels a tile is; they count from 0.
  func place(of tile: Int) -> (kernel: Int, channel: Int) {
    (tile / channels, isFirstChannel ? 0 : tile % channels)
  }

  /// The tile beside one.
  func moved(_ tile: Int, _ direction: Direction, in place: Size, _ look: Look) -> Int {
    let (down, across) =
      look.fillsCells
      ? (1, PictureMosaic(tiles, fitting: place).rows)
      : (ImageGrid(tiles, fitting: place, look).columns, 1)
    let way =
      switch direction {
      case .down: down
      case .up: -down
      case .right: across
      case .left: -across
      }
    return tiles.indices.contains(tile + way) ? tile + way : tile
  }
}
