import Formats

/// A worker for each scene with a job in the background.
struct Workers {
  private var workers: [SceneKind: any AnyWorker] = [:]

  /// Passes the orders of the scenes to their jobs, and the reports of the jobs to the scenes.
  mutating func exchange(with state: inout State) {
    for owner in state.jobOwners { exchange(for: owner, &state) }
  }

  private mutating func exchange<Owner: JobOwner>(for owner: Owner, _ state: inout State) {
    guard let order = owner.jobOrder else { return }
    let worker = workers[owner.kind] as? Worker<Owner.Work> ?? Worker(owner.beginJob)
    workers[owner.kind] = worker
    worker.send(order)
    if let report = worker.takeReport() { _ = state.handle(.report(JobReport(for: owner, report))) }
  }

  /// Ends all jobs, with everything written.
  ///
  /// - Returns: The first that could not be written, if any.
  func end() async -> FileError? {
    var first: FileError?
    for worker in workers.values {
      let error = await worker.end()
      first = first ?? error
    }
    return first
  }
}

/// A worker, whatever its job.
private protocol AnyWorker: Sendable {
  func end() async -> FileError?
}

extension Worker: AnyWorker {}
