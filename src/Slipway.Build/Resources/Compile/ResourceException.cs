using System.Xml;
using System.Xml.Linq;

namespace Slipway.Build.Resources.Compile;

/// <summary>A resource that cannot be compiled.</summary>
/// <param name="reason">What is wrong, in one sentence without a full stop.</param>
/// <param name="where">The file, for example <c>values/styles.xml</c>.</param>
/// <param name="line">Line, counted from 1; 0 when unknown.</param>
public sealed class ResourceException(string reason, string where, int line = 0)
    : Exception(line > 0 ? $"{where}:{line}: {reason}" : $"{where}: {reason}")
{
    /// <summary>What is wrong.</summary>
    public string Reason { get; } = reason;

    /// <summary>The file.</summary>
    public string Where { get; } = where;

    /// <summary>Line, counted from 1; 0 when unknown.</summary>
    public int Line { get; } = line;
}

/// <summary>A place in the sources of resources.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Line, counted from 1; 0 when unknown.</param>
internal readonly record struct SourcePlace(string File, int Line)
{
    public static SourcePlace Of(string file, XObject node) => new(file, LineOf(node));

    public static int LineOf(XObject node) => node is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;

    public ResourceException Fault(string reason) => new(reason, File, Line);
}
