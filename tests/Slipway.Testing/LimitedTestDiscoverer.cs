using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Slipway.Testing;

/// <summary>Sets the time limit of each asynchronous test that has none of its own. xunit fails one that takes longer, and goes on.</summary>
internal sealed class LimitedTestDiscoverer(IXunitTestAssembly assembly) : XunitTestFrameworkDiscoverer(assembly)
{
    protected override ValueTask<bool> FindTestsForMethod(IXunitTestMethod testMethod, ITestFrameworkDiscoveryOptions discoveryOptions, Func<ITestCase, ValueTask<bool>> discoveryCallback)
    {
        if (testMethod.ReturnType != typeof(void))
        {
            foreach (var fact in testMethod.FactAttributes.OfType<FactAttribute>().Where(fact => fact.Timeout == 0))
                fact.Timeout = (int)LimitedTestFramework.Limit.TotalMilliseconds;
        }

        return base.FindTestsForMethod(testMethod, discoveryOptions, discoveryCallback);
    }
}
