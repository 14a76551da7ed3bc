using System.Net;
using System.Text.Json;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Worker.Leases;
using BuildProgress = Slipway.Worker.Builds.BuildProgress;

namespace Slipway.Worker.Tests.Leases;

public sealed class LogPumpTests : IDisposable
{
    private readonly FakeService _service = new();
    private readonly WorkerJob _job = FakeBuild.NewJob();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Many_lines_travel_in_few_calls_and_in_order()
    {
        var lines = await PumpAsync(log =>
        {
            for (var i = 0; i < 1200; i++)
                log.Report(new BuildProgress($"line {i}"));
        });
        Assert.Equal(Enumerable.Range(0, 1200).Select(i => $"line {i}"), lines.SelectMany(b => b.Messages).Select(m => m.Message));
        Assert.InRange(lines.Count, 3, 10);
        Assert.All(lines, b => Assert.InRange(b.Messages.Count, 1, 500));
        Assert.Equal(BuildStatus.Building, lines[0].Status);
    }

    [Fact]
    public async Task What_the_service_could_not_take_is_sent_again()
    {
        var refusals = 2;
        _service.Answer = call => call == "messages" && refusals-- > 0 ? FakeService.Status(HttpStatusCode.ServiceUnavailable) : null;
        var batches = await PumpAsync(log => log.Report(new BuildProgress("once")));
        Assert.Equal(3, batches.Count);
        Assert.All(batches, b => Assert.Equal("once", Assert.Single(b.Messages).Message));
    }

    [Fact]
    public async Task Lines_that_come_faster_than_they_can_leave_are_counted()
    {
        var batches = await PumpAsync(log =>
        {
            for (var i = 0; i < 60_000; i++)
                log.Report(new BuildProgress("more"));
        });
        var missing = batches.SelectMany(b => b.Messages).Where(m => m.Severity == "Warning").Sum(m => long.Parse(m.Message.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(60_000, batches.SelectMany(b => b.Messages).Count(m => m.Message == "more") + missing);
    }

    [Fact]
    public async Task A_service_that_refuses_lines_is_not_passed_over_in_silence()
    {
        _service.Answer = call => call == "messages" ? FakeService.Status(HttpStatusCode.BadRequest) : null;
        await using var lease = new LeaseRenewer(_service.Client(), _job, TimeProvider.System, TestContext.Current.CancellationToken);
        await using var log = new LogPump(_service.Client(), _job, lease, TimeProvider.System);
        log.Report(new BuildProgress("refused"));
        await Assert.ThrowsAsync<ProblemException>(log.FlushAsync);
    }

    [Fact]
    public async Task What_has_no_value_is_written_all_the_same()
    {
        await PumpAsync(log => log.Report(new WorkerMessage("Notice", null, null, "a line")));
        Assert.Contains("\"code\":null", System.Text.Encoding.UTF8.GetString(_service.Calls[0].Body), StringComparison.Ordinal);
    }

    private async Task<List<MessageBatch>> PumpAsync(Action<LogPump> report)
    {
        await using var lease = new LeaseRenewer(_service.Client(), _job, TimeProvider.System, TestContext.Current.CancellationToken);
        await using (var log = new LogPump(_service.Client(), _job, lease, TimeProvider.System))
            report(log);
        _service.PassOver();
        return [.. _service.Calls.Where(c => c.Call == "messages").Select(c => JsonSerializer.Deserialize<MessageBatch>(c.Body, JsonSerializerOptions.Web)!)];
    }
}
