using Slipway.Diagnosis.Reports;

namespace Slipway.Diagnosis.Tests;

public sealed class DoctorTests
{
    [Fact]
    public async Task A_check_that_fails_by_itself_is_unknown_and_the_others_are_told()
    {
        ICheck[][] stages = [[new Check("C01", () => throw new InvalidOperationException("s3cret"))], [new Check("C02", () => CheckFinding.Ok("well"), "C01")]];
        var report = await Doctor.ExamineAsync(new DoctorOptions(new Uri("https://builder.example.com")), stages, new Progress<string>(), TestContext.Current.CancellationToken);
        Assert.Equal([CheckState.Unknown, CheckState.Ok], report.Checks.Select(check => check.State));
        Assert.Equal(("check-failed", "SLW-DOC-10022"), (report.Checks[0].Finding.Cause, report.Checks[0].Finding.Kind!.Code));
        Assert.Contains("InvalidOperationException", report.Checks[0].Finding.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", ReportJson.Text(report), StringComparison.Ordinal);
        Assert.Empty(report.Checks[0].Commands);
    }

    [Fact]
    public async Task Who_gives_up_is_not_told_of_a_fault()
    {
        using var cancellation = new CancellationTokenSource();
        ICheck[][] stages = [[new Check("C01", () =>
        {
            cancellation.Cancel();
            throw new OperationCanceledException(cancellation.Token);
        })]];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Doctor.ExamineAsync(new DoctorOptions(new Uri("https://builder.example.com")), stages, new Progress<string>(), cancellation.Token));
    }

    private sealed class Check(string id, Func<CheckFinding> find, params string[] needs) : ICheck
    {
        public string Id => id;

        public string Title => id;

        public IReadOnlyList<string> Needs => needs;

        public IReadOnlyList<ToolLine> Commands(Examination examination) => needs.Length > 0 ? [] : throw new InvalidOperationException("s3cret");

        public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
        {
            await Task.Yield();
            return find();
        }
    }
}
