using System.Xml;
using System.Xml.Linq;

namespace Slipway.Build.Resources.Compile;

/// <summary>A place in the sources of resources.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Line, counted from 1; 0 when unknown.</param>
internal readonly record struct SourcePlace(string File, int Line)
{
    public static SourcePlace Of(string file, XObject node) => new(file, LineOf(node));

    public static int LineOf(XObject node) => node is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;

    public ResourceException Fault(string reason) => new(reason, File, Line);
}
