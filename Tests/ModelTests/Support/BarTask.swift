import Model

/// The chapter's training on the 6×8 bar, from another start or with other rules.
func barTrainer(
  weight: [Float], _ optimizer: Optimizer, reduction: Reduction = .sum
) throws -> Trainer {
  let geometry = try Geometry(input: CourseExample.bar.shape, kernel: CourseExample.edge.shape)
  let target = Correlation.plain(CourseExample.bar, CourseExample.edge, geometry: geometry)
  return Trainer(
    patches: Patches(CourseExample.bar, geometry: geometry), target: target.elements,
    weight: weight,
    optimizer: optimizer, reduction: reduction)
}
