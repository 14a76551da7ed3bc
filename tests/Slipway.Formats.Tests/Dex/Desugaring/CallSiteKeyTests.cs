using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex.Desugaring;

namespace Slipway.Formats.Tests.Dex.Desugaring;

public sealed class CallSiteKeyTests
{
    [Fact]
    public void Equal_parts_make_equal_keys()
    {
        var one = new CallSiteKey("run", "()V", new MethodTypeConstant("()V"), 1, 2.5, null);
        var other = new CallSiteKey("run", "()V", new MethodTypeConstant("()V"), 1, 2.5, null);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Parts_are_not_joined()
    {
        Assert.NotEqual(new CallSiteKey("a\nb"), new CallSiteKey("a", "b"));
        Assert.NotEqual(new CallSiteKey("ab", "c"), new CallSiteKey("a", "bc"));
        Assert.NotEqual(new CallSiteKey(""), new CallSiteKey([null]));
        Assert.NotEqual(new CallSiteKey(), new CallSiteKey(""));
    }

    [Fact]
    public void Constants_of_distinct_types_and_bits_differ()
    {
        Assert.NotEqual(new CallSiteKey(1), new CallSiteKey(1L));
        Assert.NotEqual(new CallSiteKey(1), new CallSiteKey("1"));
        Assert.NotEqual(new CallSiteKey(0.0), new CallSiteKey(-0.0));
        Assert.NotEqual(new CallSiteKey(0f), new CallSiteKey(-0f));
        Assert.NotEqual(new CallSiteKey(new ClassConstant("a")), new CallSiteKey("a"));
    }
}
