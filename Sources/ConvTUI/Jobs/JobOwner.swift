/// A scene with a job in the background.
protocol JobOwner: SceneWithWork {
  associatedtype Work: Job

  /// The order to the job; nil as long as the scene needs no job.
  var jobOrder: Work.Order? { get }
  /// Begins the job. This may take long, so it runs where nothing waits for it.
  var beginJob: @Sendable () -> Work { get }
  /// Whether the job has something to write before the program ends.
  var hasWorkToSave: Bool { get }
  /// Whether a key means nothing before the job has read what there is.
  var readsFirst: Bool { get }
  /// Takes a report of the job.
  mutating func receive(_ report: Work.Report)
  /// Takes over the job of the scene that it stands for from now on, and orders what it shows itself.
  mutating func takeJob(of live: Self)
}

extension JobOwner {
  var hasWorkToSave: Bool { false }
  var readsFirst: Bool { false }
  var shareDone: Double { isBusy ? 0 : 1 }
  /// Whether the scene needs a job, which then continues while another scene is on the screen.
  var hasJob: Bool { jobOrder != nil }

  /// The scene with the job of the one whose place it takes.
  func takingJob(of live: any Scene) -> Self {
    guard let live = live as? Self else { return self }
    var scene = self
    scene.takeJob(of: live)
    return scene
  }

  /// The scene after a report, if the report is its own.
  func receiving(_ report: JobReport) -> Self {
    guard let content = report.content(for: self) else { return self }
    var scene = self
    scene.receive(content)
    return scene
  }
}

/// A report of a job for the scene that owns the job; only that scene can read it.
struct JobReport: Equatable, Sendable {
  private let owner: SceneKind
  private let content: any Equatable & Sendable

  init<Owner: JobOwner>(for owner: Owner, _ content: Owner.Work.Report) {
    self.owner = owner.kind
    self.content = content
  }

  fileprivate func content<Owner: JobOwner>(for owner: Owner) -> Owner.Work.Report? {
    owner.kind == self.owner ? content as? Owner.Work.Report : nil
  }

  static func == (left: JobReport, right: JobReport) -> Bool {
    left.owner == right.owner && left.content.equals(right.content)
  }
}

extension Equatable {
  fileprivate func equals(_ other: Any) -> Bool { self == other as? Self }
}
