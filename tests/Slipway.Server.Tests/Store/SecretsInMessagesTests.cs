using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Tests.Store;

/// <summary>A password in the address of the database reaches no message, log, health report, trace or metric.</summary>
public sealed class SecretsInMessagesTests
{
    private const string Canary = "ca9nary";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData($"postgres://o:{Canary}@127.0.0.1:1/x")]
    [InlineData($"postgres://o:{Canary}@127.0.0.1:1,127.0.0.1:2/x")]
    [InlineData($"postgres://127.0.0.1:1/x?user=o&password={Canary}")]
    [InlineData($"postgres://o:{Canary}@/x?host=/nonesuch")]
    [InlineData($"postgres://o:{Canary}@127.0.0.1:1/x?sslmode=nonsense")]
    [InlineData($"postgres://o:{Canary}@127.0.0.1:1/x?sslmode=require&sslcert=/nonesuch&sslpassword={Canary}")]
    [InlineData($"postgres://o:{Canary}@127.0.0.1:1/x?maxpoolsize={Canary}")]
    [InlineData($"postgres://o:{Canary}/@127.0.0.1:1/x")]
    [InlineData($"postgres//o:{Canary}@127.0.0.1:1/x")]
    public async Task At_a_start_that_fails(string address)
    {
        using var folder = new TemporaryFolder();
        var options = new ServerOptions(folder["data"]) { Urls = ["http://127.0.0.1:0"], Logs = false, Database = address };
        var refused = await Assert.ThrowsAsync<ProblemException>(async () => await HostedServer.StartAsync(options, Cancellation));
        Assert.DoesNotContain(Canary, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, string.Concat(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_serves_and_when_the_database_goes_away()
    {
        await using var cluster = await PostgresCluster.StartNewAsync();
        var address = cluster.CreateDatabase().Replace("postgres@", $"postgres:{Canary}@", StringComparison.Ordinal);
        var heard = new ConcurrentQueue<string>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => heard.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(traces);
        using var metrics = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        metrics.SetMeasurementEventCallback<int>((instrument, _, tags, _) => heard.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => heard.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => heard.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        metrics.Start();
        await using var service = await TestService.StartAsync(options => options with { Database = address });
        using var recorder = new Recorder(heard);
        service.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(recorder);
        metrics.RecordObservableInstruments();
        heard.Enqueue((await service.Admin.GetAsync("/health/ready", HttpStatusCode.OK)).ToString());
        await cluster.StopAsync();
        foreach (var path in new[] { "/api/v1/applications", "/health/ready", "/api/v1/organisation" })
        {
            using var answer = await service.Admin.GetAsync(path, Cancellation);
            heard.Enqueue(await answer.Content.ReadAsStringAsync(Cancellation));
        }

        await recorder.Warned.WaitAsync(Cancellation);
        Assert.Contains(heard, text => text.Contains("SLW-SRV-10001", StringComparison.Ordinal));
        Assert.Contains(heard, text => text.Contains("db.", StringComparison.Ordinal));
        Assert.DoesNotContain(heard, text => text.Contains(Canary, StringComparison.Ordinal));
        await cluster.StartAsync();
    }

    private sealed class Recorder(ConcurrentQueue<string> heard) : ILoggerProvider, ILogger
    {
        private readonly TaskCompletionSource _warned = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Warned => _warned.Task;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            heard.Enqueue($"{formatter(state, exception)} {exception}");
            if (logLevel >= LogLevel.Warning)
                _warned.TrySetResult();
        }

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
