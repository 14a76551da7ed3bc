using System.Xml.Linq;
using Slipway.Formats.Arsc;
using Slipway.Formats.Axml;
using Slipway.Formats.Xml;

namespace Slipway.Build.Resources.Compile;

/// <summary>
/// Compiles the content of a <c>res</c> folder: collects every name, assigns ids in ordinal order of kinds and names, then resolves values and
/// compiles XML files to binary XML.
/// </summary>
public sealed class ResourceCompiler
{
    private const byte AppPackage = 0x7F;
    private readonly Symbols _symbols;
    private readonly List<DeclaredValue> _values = [];
    private readonly Dictionary<(string Type, string Name, ResourceConfiguration Configuration), DeclaredValue> _declared = [];
    private readonly List<FileResource> _files = [];
    private readonly HashSet<(string Type, string Name)> _publics = [];

    private readonly int _minSdk;

    private ResourceCompiler(string package, int minSdk)
    {
        _symbols = new Symbols(package);
        _minSdk = minSdk;
    }

    /// <summary>Compiles resources.</summary>
    /// <param name="package">Name of the app's package.</param>
    /// <param name="minSdk">Lowest API level of the app; values that no device from this level on would choose are left out.</param>
    /// <param name="files">The files of the folder.</param>
    /// <param name="manifest">The manifest; null to compile only resources.</param>
    /// <returns>Table, files and manifest.</returns>
    /// <exception cref="ResourceException">A resource cannot be compiled.</exception>
    /// <exception cref="XmlInputException">An XML file is refused.</exception>
    public static CompiledResources Compile(string package, int minSdk, IEnumerable<ResourceFile> files, XElement? manifest = null)
    {
        var compiler = new ResourceCompiler(package, minSdk);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
            compiler.Collect(file);

        compiler.DeclareMentionedIds(manifest);
        compiler._symbols.AssignIds();
        compiler.DefineAttributes();
        var table = compiler.BuildTable();
        var paths = PathsIn(table);
        return new CompiledResources(
            table,
            [.. compiler._files.Where(file => paths.Contains(file.PackagePath)).Select(compiler.Package)],
            manifest is null ? [] : AxmlWriter.Write(new XmlCompiler(compiler._symbols, "AndroidManifest.xml").Compile(manifest)));
    }

    private void Collect(ResourceFile file)
    {
        var resource = FileResource.Parse(file);
        if (resource.Type == "values")
        {
            var root = SafeXml.Load(file.Bytes, file.Path).Root!;
            foreach (var declared in ValuesFile.Read(file.Path, resource.Configuration, root, _publics))
                Declare(declared);

            return;
        }

        _symbols.Declare(resource.Type, resource.Name);
        _files.Add(resource);
    }

    private void Declare(DeclaredValue declared)
    {
        _symbols.Declare(declared.Type, declared.Name);
        if (_declared.TryAdd((declared.Type, declared.Name, declared.Configuration), declared))
            _values.Add(declared);
        else if (declared.Type != "id" && declared.Type != "attr")
            throw declared.Place.Fault($"{declared.Type}/{declared.Name} is declared twice, first in {_declared[(declared.Type, declared.Name, declared.Configuration)].Place.File}");
    }

    private void DeclareMentionedIds(XElement? manifest)
    {
        IEnumerable<(string Path, XElement Root)> documents = _files.Where(file => file.Document is not null).Select(file => (file.Source.Path, file.Document!));
        foreach ((var path, var root) in manifest is null ? documents : documents.Append(("AndroidManifest.xml", manifest)))
        {
            foreach (var attribute in root.DescendantsAndSelf().Attributes())
            {
                if (ReferenceText.Parse(attribute.Value) is { IsNew: true } reference)
                    Declare(new DeclaredValue("id", reference.Name, ResourceConfiguration.Any, null, SourcePlace.Of(path, attribute.Parent!)));
            }
        }
    }

    private void DefineAttributes()
    {
        foreach (var declared in _values.Where(value => value.Type == "attr"))
            _symbols.Define(declared.Name, AttributeCompiler.Define(declared.Source!, declared.Place, _symbols.Find(null, "attr", declared.Name)!.Value));
    }

    private ResourceTable BuildTable()
    {
        var compiler = new ValueCompiler(_symbols);
        var values = _values
            .Select(declared => (Key: (declared.Type, declared.Name), Value: new ConfiguredValue(declared.Configuration, compiler.Compile(declared))))
            .Concat(_files.Select(file => (Key: (file.Type, file.Name), Value: new ConfiguredValue(file.Configuration, new ResourceValue.Simple(TypedValue.String(file.PackagePath))))))
            .ToLookup(pair => pair.Key, pair => pair.Value);
        var package = new ResourcePackage(AppPackage, _symbols.Package);
        foreach ((var typeName, var names) in _symbols.Types)
        {
            var type = new ResourceType((byte)(package.Types.Count + 1), typeName);
            foreach (var name in names)
            {
                var entry = new ResourceEntry((ushort)type.Entries.Count, name) { IsPublic = _publics.Contains((typeName, name)) };
                entry.Values.AddRange(VersionCollapse.Apply(values[(typeName, name)], _minSdk).OrderBy(value => value.Configuration, ConfigurationOrder.Instance));
                type.Entries.Add(entry);
            }

            package.Types.Add(type);
        }

        return new ResourceTable { Packages = { package } };
    }

    private static HashSet<string> PathsIn(ResourceTable table) =>
        [.. table.Packages.SelectMany(p => p.Types).SelectMany(t => t.Entries).SelectMany(e => e.Values).Select(v => (v.Value as ResourceValue.Simple)?.Value.Text?.Text ?? "")];

    private PackagedResource Package(FileResource file) =>
        file.Document is { } document
            ? new PackagedResource(file.PackagePath, AxmlWriter.Write(new XmlCompiler(_symbols, file.Source.Path).Compile(document)), Compress: true)
            : new PackagedResource(file.PackagePath, file.Source.Bytes, Compress: false);
}

/// <summary>
/// Drops qualifiers of API levels that every device of the app reaches: the value for the highest of these levels replaces the others and loses its level.
/// </summary>
internal static class VersionCollapse
{
    public static IEnumerable<ConfiguredValue> Apply(IEnumerable<ConfiguredValue> values, int minSdk) => values
        .GroupBy(value => value.Configuration.SdkVersion <= minSdk ? value.Configuration with { SdkVersion = 0 } : value.Configuration)
        .Select(group => group.MaxBy(value => value.Configuration.SdkVersion)! with { Configuration = group.Key });
}
