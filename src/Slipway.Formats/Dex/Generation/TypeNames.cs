namespace Slipway.Formats.Dex.Generation;

/// <summary>Converts internal names of the JVM (<c>java/lang/Object</c>, <c>[I</c>) to type descriptors.</summary>
internal static class TypeNames
{
    /// <summary>Whether a name can be that of a class constant: a class in internal form, or an array descriptor.</summary>
    public static bool IsValid(string internalName) => internalName.StartsWith('[')
        ? MethodDescriptor.IsType(internalName)
        : internalName.Length > 0 && internalName.AsSpan().IndexOfAny(".;[") < 0;

    /// <summary>Returns the descriptor of a class constant, which is an internal name or already an array descriptor.</summary>
    public static string Descriptor(string internalName) => internalName.StartsWith('[') ? internalName : $"L{internalName};";
}
