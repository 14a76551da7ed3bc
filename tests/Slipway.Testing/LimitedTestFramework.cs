using System.Reflection;
using Xunit.v3;

namespace Slipway.Testing;

/// <summary>xunit with a time limit for every test, which it has for tests that ask for one only, and only if they are asynchronous.</summary>
public sealed class LimitedTestFramework : XunitTestFramework
{
    /// <summary>Prepares the process of the tests.</summary>
    public LimitedTestFramework() =>
        // A clock of its own for each process that a test starts, under ./test --date. libfaketime 0.9.10 hands one semaphore down to all of
        // them and takes it for each look at the clock: a process that is stopped meanwhile (SIGSTOP, which Process.Kill sends first) stops
        // the tests, too.
        Environment.SetEnvironmentVariable("FAKETIME_SHARED", null);

    /// <summary>The time that a test has: <c>SLIPWAY_TEST_LIMIT</c> in seconds, otherwise ten minutes, which the longest needs on no machine that was seen.</summary>
    public static TimeSpan Limit { get; } =
        Environment.GetEnvironmentVariable("SLIPWAY_TEST_LIMIT") is { Length: > 0 } seconds ? TimeSpan.FromSeconds(int.Parse(seconds)) : TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override ITestFrameworkDiscoverer CreateDiscoverer(Assembly assembly) => new LimitedTestDiscoverer(AsXunitSees(assembly));

    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly) => new LimitedTestExecutor(AsXunitSees(assembly));

    private IXunitTestAssembly AsXunitSees(Assembly assembly) => (IXunitTestAssembly)base.CreateDiscoverer(assembly).TestAssembly;
}
