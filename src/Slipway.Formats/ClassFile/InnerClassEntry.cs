namespace Slipway.Formats.ClassFile;

/// <summary>One entry of an InnerClasses attribute (JVMS 4.7.6).</summary>
/// <param name="Inner">Internal name of the inner class.</param>
/// <param name="Outer">Internal name of the class that it is a member of; null for local and anonymous classes.</param>
/// <param name="SimpleName">Simple name in the source; null for anonymous classes.</param>
/// <param name="Access">Access flags as written in the source.</param>
public sealed record InnerClassEntry(string Inner, string? Outer, string? SimpleName, int Access);
