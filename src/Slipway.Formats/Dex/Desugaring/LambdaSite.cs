using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// A call site of LambdaMetafactory with named arguments (Java SE 17 API, java.lang.invoke.LambdaMetafactory, methods metafactory and
/// altMetafactory).
/// </summary>
/// <param name="Interface">Internal name of the functional interface.</param>
/// <param name="Captured">Type descriptors of the captured values.</param>
/// <param name="MethodName">Name of the interface method.</param>
/// <param name="MethodDescriptors">Descriptors under which the method must exist: the erased one first, then bridges.</param>
/// <param name="Implementation">The method handle that it calls.</param>
/// <param name="Instantiated">Parameter and result types that the call site enforces.</param>
/// <param name="Markers">Internal names of further interfaces.</param>
internal sealed record LambdaSite(
    string Interface,
    IReadOnlyList<string> Captured,
    string MethodName,
    IReadOnlyList<string> MethodDescriptors,
    MethodHandleConstant Implementation,
    JvmMethodType Instantiated,
    IReadOnlyList<string> Markers)
{
    private const int FlagSerializable = 1;
    private const int FlagMarkers = 2;
    private const int FlagBridges = 4;

    public static bool IsLambda(InvokeDynamicReference site) =>
        site.Bootstrap.Member is { Owner: "java/lang/invoke/LambdaMetafactory", Name: "metafactory" or "altMetafactory" };

    /// <summary>
    /// Reads the arguments of a call site for which <see cref="IsLambda"/> holds; null when they are not what the bootstrap
    /// method takes.
    /// </summary>
    public static LambdaSite? Read(InvokeDynamicReference site)
    {
        if (site.Arguments.ToArray() is not [MethodTypeConstant erased, MethodHandleConstant implementation, MethodTypeConstant instantiated, .. var rest])
            return null;
        var shape = JvmMethodType.Parse(site.Descriptor);
        if (!shape.Result.StartsWith('L'))
            return null;
        var main = JvmType.ToName(shape.Result);
        var descriptors = new List<string> { erased.Descriptor };
        var markers = new List<string>();
        if (site.Bootstrap.Member.Name == "altMetafactory" && !ReadExtras(rest, descriptors, markers))
            return null;
        return new(main, shape.Parameters, site.Name, [.. descriptors.Distinct(StringComparer.Ordinal)], implementation,
            JvmMethodType.Parse(instantiated.Descriptor), [.. markers.Where(m => m != main).Distinct(StringComparer.Ordinal)]);
    }

    private static bool ReadExtras(IReadOnlyList<object> rest, List<string> descriptors, List<string> markers)
    {
        if (rest is not [int flags, ..])
            return false;
        var at = 1;
        if ((flags & FlagMarkers) != 0 && !ReadCounted<ClassConstant>(rest, ref at, c => markers.Add(c.Name)))
            return false;
        if ((flags & FlagBridges) != 0 && !ReadCounted<MethodTypeConstant>(rest, ref at, t => descriptors.Add(t.Descriptor)))
            return false;
        if ((flags & FlagSerializable) != 0)
            markers.Add("java/io/Serializable");
        return true;
    }

    private static bool ReadCounted<T>(IReadOnlyList<object> rest, ref int at, Action<T> add)
    {
        if (at >= rest.Count || rest[at] is not int count || count < 0 || count > rest.Count - at - 1)
            return false;
        foreach (var item in rest.Skip(at + 1).Take(count))
        {
            if (item is not T typed)
                return false;
            add(typed);
        }

        at += count + 1;
        return true;
    }
}
