/// Finishes all jobs of the scenes when there is no screen.
struct ImmediateJobs {
  private var jobs: [SceneKind: any Job] = [:]

  /// - Parameter progress: Called with the share of the work that is done, in 0...1, after each part.
  mutating func finish(_ state: inout State, progress: (Double) -> Void = { _ in }) {
    while let scene = state.scene as? any SceneWithWork, scene.isBusy {
      _ = state.handle(.tick(.zero))
      progress((state.scene as? any SceneWithWork)?.shareDone ?? 1)
      for owner in state.jobOwners { finish(for: owner, &state, progress) }
    }
  }

  private mutating func finish<Owner: JobOwner>(
    for owner: Owner, _ state: inout State, _ progress: (Double) -> Void
  ) {
    guard let order = owner.jobOrder else { return }
    // Taken out, so that the job is not copied where it changes.
    var job = jobs.removeValue(forKey: owner.kind) as? Owner.Work ?? owner.beginJob()
    job.take(order)
    while !job.isIdle {
      job.step(isWatched: false)
      progress(job.shareDone)
    }
    _ = state.handle(.report(JobReport(for: owner, job.report())))
    jobs[owner.kind] = job
  }
}
