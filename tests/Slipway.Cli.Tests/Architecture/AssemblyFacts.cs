using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Slipway.Cli.Tests.Architecture;

/// <summary>What a compiled assembly refers to, read from its metadata: what the compiler kept is what is used.</summary>
internal sealed class AssemblyFacts
{
    public AssemblyFacts(string name)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        var reader = file.GetMetadataReader();
        References = [.. reader.AssemblyReferences.Select(h => reader.GetString(reader.GetAssemblyReference(h).Name)).Order(StringComparer.Ordinal)];
        Types = [.. reader.TypeReferences.Select(h => FullName(reader, reader.GetTypeReference(h))).Order(StringComparer.Ordinal)];
        Members = [.. reader.MemberReferences.Select(h => FullName(reader, reader.GetMemberReference(h))).Order(StringComparer.Ordinal)];
        DefinedTypes = [.. reader.TypeDefinitions.Select(h => reader.GetTypeDefinition(h)).Select(t => reader.GetString(t.Name))];
    }

    /// <summary>Names of assemblies.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Full names of types of other assemblies.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Members of other assemblies as <c>Namespace.Type.Member</c>.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>Simple names of the assembly's own types.</summary>
    public IReadOnlyList<string> DefinedTypes { get; }

    private static string FullName(MetadataReader reader, TypeReference type) => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";

    private static string FullName(MetadataReader reader, MemberReference member) => member.Parent.Kind == HandleKind.TypeReference
        ? $"{FullName(reader, reader.GetTypeReference((TypeReferenceHandle)member.Parent))}.{reader.GetString(member.Name)}"
        : reader.GetString(member.Name);
}
