using Slipway.Connect.Failures;
using Slipway.Diagnosis.Checks;
using Slipway.Diagnosis.Reports;
using Slipway.Diagnosis.Ways;

namespace Slipway.Diagnosis;

/// <summary>Finds out why a service cannot be reached from here, on the path that this process uses, and what would make it reachable.</summary>
public static class Doctor
{
    // Each stage depends on those before it. The checks of one stage may run at the same time.
    private static readonly ICheck[][] Stages =
    [
        [new ConfigurationCheck()], [new NameCheck()], [new RangesCheck(), new Ipv6Check(), new PortCheck(), new ProxyCheck()], [new ServerNameCheck()],
        [new LargeHelloCheck(), new EncryptionCheck()], [new HttpCheck()], [new ClockCheck()], [new ServiceCheck()], [new LatencyCheck()],
        [new WayBackCheck()], [new TransferCheck()], [new IdleCheck(), new StreamCheck()], [new EnvironmentCheck()],
    ];

    /// <summary>Ids and titles of all checks, in the order in which they run.</summary>
    public static IReadOnlyList<(string Id, string Title)> Checks { get; } = [.. Stages.SelectMany(stage => stage).Select(check => (check.Id, check.Title))];

    /// <summary>Runs the checks.</summary>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives the title of each check that begins.</param>
    /// <param name="cancellation">Cancels the examination.</param>
    public static Task<DoctorReport> ExamineAsync(DoctorOptions options, IProgress<string> progress, CancellationToken cancellation) =>
        ExamineAsync(options, Stages, progress, cancellation);

    /// <summary>Runs the given checks.</summary>
    internal static async Task<DoctorReport> ExamineAsync(DoctorOptions options, ICheck[][] stages, IProgress<string> progress, CancellationToken cancellation)
    {
        using var examination = new Examination(options);
        var wanted = Wanted(stages, options.Only);
        var began = options.Clock.GetUtcNow();
        var stopwatch = TimeProvider.System.GetTimestamp();
        var results = new List<CheckResult>();
        foreach (var stage in stages)
        {
            var runs = stage.Where(check => wanted.Contains(check.Id)).Select(check => RunAsync(check, examination, results, Say, cancellation)).ToList();
            results.AddRange(await Task.WhenAll(runs));
        }

        void Say(string title) => progress.Report($"{title} ({results.Count + 1} of {wanted.Count})");

        var explained = RootCauses.Explain(results, examination).Select(examination.Redactor.Clean).ToList();
        var report = new DoctorReport(
            ReportRedactor.Plain(options.Service), examination.Proxy is { } proxy ? ReportRedactor.PlainProxy(proxy.Address) : null, examination.Local?.ToString(), began,
            TimeProvider.System.GetElapsedTime(stopwatch), explained, []);
        report = report with { Ways = WayJudge.Judge(examination, report.IsReached) };
        // Only a complete report is delivered, so that a partial one does not replace it, and only when nobody on the path can read it.
        return options.Signer is { } signer && options.Only.Count == 0 && report.IsReached == true && !examination.IsInspected
            ? report with { Delivery = await ReportDelivery.SendAsync(examination, signer, report, cancellation) ?? "kept" }
            : report;
    }

    private static async Task<CheckResult> RunAsync(ICheck check, Examination examination, IReadOnlyList<CheckResult> before, Action<string> say,
        CancellationToken cancellation)
    {
        if (before.FirstOrDefault(result => check.Needs.Contains(result.Id) && RootCauses.Blocks(result)) is { } reason)
        {
            var root = reason.Because ?? reason.Id;
            return new CheckResult(check.Id, check.Title, CheckFinding.Skip($"Skipped because of {root}."), root, Commands(check, examination), TimeSpan.Zero);
        }

        say($"{check.Id} {check.Title}");
        var began = TimeProvider.System.GetTimestamp();
        var finding = await FindAsync(check, examination, cancellation);
        return new CheckResult(check.Id, check.Title, finding, null, Commands(check, examination), TimeProvider.System.GetElapsedTime(began));
    }

    // A fault of one check must not lose the report. The text of the exception is left out because it may contain secrets.
    private static async Task<CheckFinding> FindAsync(ICheck check, Examination examination, CancellationToken cancellation)
    {
        try
        {
            return await check.RunAsync(examination, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return CheckFinding.Unknown("check-failed", $"The check itself failed ({e.GetType().Name} in {ExceptionOrigin.Of(e)}), and says nothing about the network.",
                "Use the other tools below, and report the fault to the Slipway project.") with
            {
                Blame = Protocol.Problems.Blame.Slipway
            };
        }
    }

    private static IReadOnlyList<ToolLine> Commands(ICheck check, Examination examination)
    {
        try
        {
            return check.Commands(examination);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [];
        }
    }

    // The requested checks and those that they depend on.
    private static HashSet<string> Wanted(ICheck[][] stages, IReadOnlyCollection<string> only)
    {
        var checks = stages.SelectMany(stage => stage).ToDictionary(check => check.Id, StringComparer.Ordinal);
        var wanted = new HashSet<string>(only.Count == 0 ? checks.Keys : only, StringComparer.Ordinal);
        var open = new Queue<string>(wanted);
        while (open.TryDequeue(out var id))
        {
            foreach (var need in checks[id].Needs.Where(wanted.Add))
                open.Enqueue(need);
        }

        return wanted;
    }
}
