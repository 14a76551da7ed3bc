using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Writing;

namespace Slipway.Formats.Tests.Dex.Writing;

public sealed class DexClassOrderTests
{
    [Fact]
    public void Supertypes_come_first_and_the_rest_keeps_its_order()
    {
        var sorted = DexClassOrder.Sort([Class("LZ;", "LA;", "LI;"), Class("LB;", "LOther;"), Class("LI;", "LOther;"), Class("LA;", "LB;")]);
        Assert.Equal(["LB;", "LA;", "LI;", "LZ;"], sorted.Select(c => c.Type));
    }

    [Fact]
    public void A_class_that_inherits_from_itself_is_refused() =>
        Assert.Throws<MalformedInputException>(() => DexClassOrder.Sort([Class("LA;", "LB;"), Class("LB;", "LA;")]));

    [Fact]
    public void A_deep_hierarchy_does_not_exhaust_the_stack() =>
        Assert.Equal("L49999;", DexClassOrder.Sort([.. Enumerable.Range(0, 50_000).Select(i => Class($"L{i};", $"L{i + 1};"))])[0].Type);

    private static DexClass Class(string type, string super, params string[] interfaces)
    {
        var item = new DexClass { Type = type, Super = super };
        item.Interfaces.AddRange(interfaces);
        return item;
    }
}
