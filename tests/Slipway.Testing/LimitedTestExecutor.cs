using Xunit.Sdk;
using Xunit.v3;

namespace Slipway.Testing;

/// <summary>Runs tests under a <see cref="Watchdog"/>.</summary>
internal sealed class LimitedTestExecutor(IXunitTestAssembly assembly) : XunitTestFrameworkExecutor(assembly)
{
    public override async ValueTask RunTestCases(
        IReadOnlyCollection<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions, CancellationToken cancellationToken)
    {
        using var watchdog = new Watchdog(executionMessageSink, LimitedTestFramework.Limit);
        await base.RunTestCases(testCases, watchdog, executionOptions, cancellationToken);
    }
}
