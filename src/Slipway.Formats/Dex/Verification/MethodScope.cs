namespace Slipway.Formats.Dex.Verification;

/// <summary>The method being verified, with the list of its findings.</summary>
internal sealed class MethodScope(DexClass owner, DexMethod method, TypeHierarchy hierarchy, List<DexFinding> findings)
{
    private readonly HashSet<int> _reported = [];

    public DexClass Owner { get; } = owner;

    public DexMethod Method { get; } = method;

    public TypeHierarchy Hierarchy { get; } = hierarchy;

    public string Name => Method.Reference.Name;

    public bool IsStatic => (Method.Access & DexAccessFlags.Static) != 0;

    public bool IsConstructor => Name == "<init>";

    /// <summary>Reports an error, at most one for each address, because further errors follow from the first.</summary>
    public void Error(int address, string text) => Error(address, text, isLinkage: false);

    /// <summary>Reports that classes are inconsistent with each other.</summary>
    public void LinkageError(int address, string text) => Error(address, text, isLinkage: true);

    public void Warn(int address, string text)
    {
        if (_reported.Add(~address - 1))
            Add(DexSeverity.Warning, address, text);
    }

    private void Error(int address, string text, bool isLinkage)
    {
        if (_reported.Add(address))
            Add(DexSeverity.Error, address, text, isLinkage);
    }

    private void Add(DexSeverity severity, int address, string text, bool isLinkage = false) =>
        findings.Add(new(severity, Owner.Type, Name + Method.Reference.Descriptor, address, text, isLinkage));
}
