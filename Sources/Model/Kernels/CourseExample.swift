/// The examples of the course chapter, "convolutions for images".
public enum CourseExample {
  /// X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]].
  public static let input = Tensor(Shape(3, 3), (0..<9).map(Float.init))

  /// K = [[0, 1], [2, 3]].
  public static let kernel = Tensor(Shape(2, 2), (0..<4).map(Float.init))

  /// A 6×8 image of ones with a dark bar in columns 2 to 5.
  public static let bar = Tensor(
    rows: [[Float]](repeating: [1, 1, 0, 0, 0, 0, 1, 1], count: 6))

  /// The edge detector [1, −1].
  public static let edge = Tensor(rows: [[1, -1]])

  /// The start of the chapter's own training run.
  public static let initialWeight = Tensor(rows: [[-0.603_641_72, -0.099_529_01]])

  public static let learningRate: Float = 0.03
  public static let steps = 10
}
