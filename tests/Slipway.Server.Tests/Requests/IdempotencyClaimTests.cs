using System.Text;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Requests;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Requests;

/// <summary>Requests with an Idempotency-Key that run for longer than a server that died would be waited for.</summary>
public sealed class IdempotencyClaimTests : IAsyncLifetime
{
    private static readonly string Key = Guid.NewGuid().ToString();
    private readonly TickingClock _clock = new();
    private TestService _service = null!;
    private Database _database = null!;
    private string _organisation = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync();
        _database = _service.App.Services.GetRequiredService<Database>();
        _organisation = (await _service.Admin.GetAsync("/api/v1/caller", System.Net.HttpStatusCode.OK)).Text("organisation");
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_request_that_runs_for_long_is_not_carried_out_twice()
    {
        var first = new HeldRequest(this);
        var running = first.RunAsync();
        await first.Begun;
        await AgeAsync();
        await _clock.TickAsync();
        await RenewedAsync();
        var second = new HeldRequest(this);
        Assert.Equal(ServiceProblems.StillRunning, (await Assert.ThrowsAsync<ProblemException>(second.RunAsync)).Problems[0].Kind);
        Assert.False(second.Begun.IsCompleted);
        first.Release();
        await running;
        var third = new HeldRequest(this);
        await third.RunAsync();
        Assert.False(third.Begun.IsCompleted);
        Assert.Equal(("/made/1", "made"), (third.Location, third.Body));
    }

    [Fact]
    public async Task A_request_that_somebody_took_over_ends_and_leaves_the_answer_of_the_other()
    {
        var first = new HeldRequest(this);
        var running = first.RunAsync();
        await first.Begun;
        await AgeAsync();
        var second = new HeldRequest(this, "/made/2");
        var other = second.RunAsync();
        await second.Begun;
        await _clock.TickAsync();
        Assert.Equal(ServiceProblems.StillRunning, (await Assert.ThrowsAsync<ProblemException>(() => running)).Problems[0].Kind);
        second.Release();
        await other;
        var third = new HeldRequest(this);
        await third.RunAsync();
        Assert.Equal("/made/2", third.Location);
    }

    [Fact]
    public void An_answer_of_a_version_before_is_read()
    {
        var reply = IdempotentReply.Read("application/json\n{\"a\":\n1}");
        Assert.Equal(("application/json", "{\"a\":\n1}"), (reply.Headers["Content-Type"], reply.Body));
        Assert.Empty(IdempotentReply.Read("\n").Headers);
    }

    private Task AgeAsync() => _database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE idempotent_requests SET created_at = created_at - 61000", transaction: t));

    private async Task RenewedAsync()
    {
        while (await _database.ReadAsync(c => c.ExecuteScalarAsync<long>($"SELECT count(*) FROM idempotent_requests WHERE created_at > {_database.Now} - 60000")) == 0)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>A request whose handler waits until the test lets it go.</summary>
    private sealed class HeldRequest(IdempotencyClaimTests test, string location = "/made/1")
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly MemoryStream _body = new();

        public Task Begun => _begun.Task;

        public string? Location { get; private set; }

        public string Body => Encoding.UTF8.GetString(_body.ToArray());

        public void Release() => _released.SetResult();

        public async Task RunAsync()
        {
            var context = new DefaultHttpContext();
            context.Request.Method = "POST";
            context.Request.Headers["Idempotency-Key"] = Key;
            context.Response.Body = _body;
            context.Features.Set(new Caller("t", test._organisation, null, new HashSet<string>(), ""));
            context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new IdempotentOperation("test")), null));
            await new IdempotencyMiddleware(HandleAsync, new IdempotencyStore(test._database), test._clock).InvokeAsync(context);
            Location = context.Response.Headers.Location.ToString();
        }

        private async Task HandleAsync(HttpContext context)
        {
            _begun.SetResult();
            await _released.Task.WaitAsync(context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = location;
            await context.Response.WriteAsync("made");
        }
    }

    /// <summary>A clock whose timers fire when the test says so.</summary>
    private sealed class TickingClock : TimeProvider
    {
        private readonly List<(TimerCallback Callback, object? State)> _timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (_timers)
                _timers.Add((callback, state));
            return new Timer();
        }

        public Task TickAsync()
        {
            lock (_timers)
                _timers.ForEach(timer => timer.Callback(timer.State));
            return Task.CompletedTask;
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
