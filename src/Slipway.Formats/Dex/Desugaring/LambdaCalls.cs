using System.Globalization;
using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>Replaces the lambda call sites of one host; equal sites share a class.</summary>
internal sealed class LambdaCalls(HostClass host)
{
    private readonly Dictionary<CallSiteKey, JvmInstruction> _made = [];

    /// <summary>Returns the instruction that replaces a call site; null when its arguments are invalid.</summary>
    public JvmInstruction? Replace(InvokeDynamicReference reference)
    {
        var key = new CallSiteKey([reference.Name, reference.Descriptor, reference.Bootstrap, .. reference.Arguments]);
        if (_made.TryGetValue(key, out var known))
            return known;
        if (LambdaSite.Read(reference) is not { } site || LambdaTarget.For(host, site.Implementation) is not { } target)
            return null;
        var lambda = new LambdaClass(host.NewClassName($"Lambda${_made.Count.ToString(CultureInfo.InvariantCulture)}"), site, target);
        if (!lambda.IsWellFormed)
            return null;
        host.Synthetic.Add(lambda.Build());
        var replacement = lambda.Replacement(reference.Descriptor);
        _made.Add(key, replacement);
        return replacement;
    }
}
