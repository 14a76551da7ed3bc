using System.Runtime.CompilerServices;
using Slipway.Connect.Failures;

namespace Slipway.Connect.Tests.Failures;

public sealed class ExceptionOriginTests
{
    [Fact]
    public void It_is_the_innermost_method_of_slipway()
    {
        var fault = Assert.Throws<ArgumentNullException>(() => BreakWithin(null!));
        Assert.Equal($"{typeof(ExceptionOriginTests).FullName}.{nameof(BreakWithin)}", ExceptionOrigin.Of(fault));
    }

    [Fact]
    public void An_exception_that_was_never_thrown_comes_from_the_program() => Assert.Equal("slipway", ExceptionOrigin.Of(new InvalidOperationException()));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string BreakWithin(string text) => string.Concat(text.AsEnumerable());
}
