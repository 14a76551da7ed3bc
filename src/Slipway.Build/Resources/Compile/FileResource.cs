using System.Xml.Linq;
using Slipway.Formats.Arsc;
using Slipway.Formats.Xml;

namespace Slipway.Build.Resources.Compile;

/// <summary>A file of a <c>res</c> folder with its resource kind, name and devices.</summary>
internal sealed class FileResource
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "values", "anim", "animator", "color", "drawable", "font", "interpolator", "layout", "menu", "mipmap", "navigation", "raw", "transition", "xml",
    };

    private FileResource(ResourceFile source, string type, string name, ResourceConfiguration configuration, string extension)
    {
        Source = source;
        Type = type;
        Name = name;
        Configuration = configuration;
        if (extension == ".xml" && type is not ("raw" or "values"))
            Document = SafeXml.Load(source.Bytes, source.Path).Root;

        var qualifiers = ResourceQualifiers.Format(configuration);
        PackagePath = $"res/{type}{(qualifiers.Length == 0 ? "" : "-" + qualifiers)}/{name}{extension}";
    }

    public ResourceFile Source { get; }

    public string Type { get; }

    public string Name { get; }

    public ResourceConfiguration Configuration { get; }

    /// <summary>Path in the package; its qualifiers include the API level that they imply.</summary>
    public string PackagePath { get; }

    /// <summary>The document of an XML file that is compiled to binary; null for other files.</summary>
    public XElement? Document { get; }

    public static FileResource Parse(ResourceFile file)
    {
        var parts = file.Path.Split('/');
        var place = new SourcePlace(file.Path, 0);
        if (parts.Length != 2)
            throw place.Fault("a resource file must be directly in a folder of res");

        var dash = parts[0].IndexOf('-', StringComparison.Ordinal);
        var type = dash < 0 ? parts[0] : parts[0][..dash];
        if (!Kinds.Contains(type))
            throw place.Fault($"'{type}' is not a kind of resource");

        if (!ResourceQualifiers.TryParse(dash < 0 ? "" : parts[0][(dash + 1)..], out var configuration))
            throw place.Fault($"the folder '{parts[0]}' has a qualifier that is unknown or in the wrong place");

        var name = parts[1];
        var dot = name.EndsWith(".9.png", StringComparison.Ordinal) ? name.Length - ".9.png".Length : name.IndexOf('.', StringComparison.Ordinal);
        var stem = dot < 0 ? name : name[..dot];
        var isName = stem.Length > 0 && (type == "values" || (!char.IsAsciiDigit(stem[0]) && stem.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')));
        return isName ? new FileResource(file, type, stem, configuration, dot < 0 ? "" : name[dot..]) : throw place.Fault($"'{name}' is not a name for a resource");
    }
}
