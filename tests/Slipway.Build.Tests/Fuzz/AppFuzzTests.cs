using System.Diagnostics;
using System.Globalization;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Fuzz;

/// <summary>
/// Whatever a user gives becomes a package or a problem that says why: nothing else leaves the pipeline, and nothing hangs.
/// <c>SLIPWAY_FUZZ_INPUTS</c> and <c>SLIPWAY_FUZZ_SEED</c> (set by <c>fuzz/run --reader apps</c>) ask for more or others.
/// </summary>
public sealed class AppFuzzTests
{
    private const int DefaultInputs = 1_500;

    // An app that takes longer hangs, on any machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void Every_app_becomes_a_package_or_a_problem()
    {
        var inputs = Setting("INPUTS") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : DefaultInputs;
        var seed = Setting("SEED") is { } number ? ulong.Parse(number, CultureInfo.InvariantCulture) : 1;
        using var work = new TemporaryApp();
        var host = Host(work, out var environment);
        var (built, current, failure) = (0, 0, default(string));
        var clock = Stopwatch.StartNew();
        var worker = new Thread(() =>
        {
            for (var i = 0; i < inputs && failure is null; i++)
            {
                Volatile.Write(ref current, i);
                clock.Restart();
                failure = Try(FuzzedApp.Of(seed, i), work, environment, host, ref built) is { } what ? $"seed {seed}, app {i}: {what}" : null;
            }
        })
        { IsBackground = true };
        worker.Start();
        while (!worker.Join(TimeSpan.FromSeconds(1)))
            Assert.True(clock.Elapsed < Patience, $"seed {seed}, app {Volatile.Read(ref current)} hangs");

        if (Setting("INPUTS") is not null)
            Console.WriteLine($"apps: {inputs} inputs, {built} built, at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        Assert.True(failure is null, failure);
        Assert.True(built > inputs / 20, $"only {built} of {inputs} apps were built: they do not reach the depth of the pipeline");
    }

    [Fact]
    public void A_failure_that_is_no_problem_is_found()
    {
        using var work = new TemporaryApp();
        Host(work, out var environment);
        var built = 0;
        var found = Enumerable.Range(0, 50).Select(i => Try(FuzzedApp.Of(1, i), work, environment, host: null!, ref built)).FirstOrDefault(what => what is not null);
        Assert.Contains(nameof(NullReferenceException), found, StringComparison.Ordinal);
    }

    private static FuzzHost Host(TemporaryApp work, out BuildEnvironment environment)
    {
        environment = new BuildEnvironment(work["cache"], work["data"], DateTimeOffset.UtcNow);
        return new FuzzHost(environment);
    }

    private static string? Try(FuzzedApp app, TemporaryApp work, BuildEnvironment environment, FuzzHost host, ref int built)
    {
        var folder = Directory.CreateDirectory(work["input"]).FullName;
        var request = app.WriteTo(folder);
        try
        {
            Pipeline.Run(request, environment, host, new Progress<string>(), CancellationToken.None);
            built++;
            return null;
        }
        catch (ProblemException e) when (e.Problems.All(p => p.Severity != Severity.Error || p.Blame == Blame.User))
        {
            // The documented way out.
            return null;
        }
        catch (Exception e)
        {
            return $"{e}\n{request}\n{app}";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable("SLIPWAY_FUZZ_" + name) is { Length: > 0 } value ? value : null;
}
